@echo off
rem Builds Jihe where it must, then runs it. Needs a JDK 17 or later and nothing else.
rem   JIHE_LANG=zh|en     language of messages (as --lang)
rem   JIHE_JAVA_OPTS=...  options of the Java virtual machine instead of those chosen here
rem Names may hold anything: delayed expansion stays off for !, and every name stands in quotes.
setlocal EnableExtensions DisableDelayedExpansion
set "home=%~dp0"
rem The program and the messages here are UTF-8; afterwards the window has its own code page again.
set "page="
for /f "tokens=2 delims=:." %%p in ('chcp') do set "page=%%p"
chcp 65001 >nul 2>nul

set "why=bad-folder"
if not "%home:!\=%"=="%home%" goto fail

set "java=java.exe"
if not defined JAVA_HOME goto look
set "java=%JAVA_HOME%\bin\java.exe"
:look
"%java%" -version >nul 2>nul
set "why=no-java"
if errorlevel 1 goto fail

set "jar=%home%jihe.jar"
if exist "%jar%" goto run
set "jar=%home%target\jihe.jar"
if exist "%jar%" goto run
type "%home%launcher\building.txt" 1>&2
pushd "%home%"
call mvnw.cmd -q -B -Dmaven.test.skip=true package 1>&2
popd
set "why=not-built"
if not exist "%jar%" goto fail

:run
set "options=-XX:+UseSerialGC -XX:MetaspaceSize=256m"
if defined JIHE_JAVA_OPTS set "options=%JIHE_JAVA_OPTS%"
"%java%" %options% -Dfile.encoding=UTF-8 -XX:-UsePerfData -Djihe.launcher=0 -jar "%jar%" %*
set "code=%errorlevel%"
rem The program's exit codes come as 40 more, so that 1 of a Java that did not start is none of them.
for %%c in (0 1 2 3 130) do if "%code%"=="%%c" goto crashed
set /a code=code-40
for %%c in (0 1 2 3 130) do if "%code%"=="%%c" goto end
:crashed
set "why=crashed"
:fail
type "%home%launcher\%why%.txt" 1>&2
set "code=3"
:end
if defined page chcp %page% >nul 2>nul
endlocal & exit /b %code%
