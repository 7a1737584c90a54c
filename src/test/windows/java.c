/* A stand-in for java.exe: prints its arguments as UTF-8, a line each, and ends with FAKE_EXIT. */
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>
#include <windows.h>

int wmain(int count, wchar_t **arguments) {
  char text[4096];
  const char *code = getenv("FAKE_EXIT");
  if (count == 2 && wcscmp(arguments[1], L"-version") == 0) {
    return 0;
  }
  for (int i = 1; i < count; i++) {
    WideCharToMultiByte(CP_UTF8, 0, arguments[i], -1, text, sizeof text, NULL, NULL);
    printf("[%s]\n", text);
  }
  return code == NULL ? 40 : atoi(code);
}
