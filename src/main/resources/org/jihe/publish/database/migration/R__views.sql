-- What tables and columns mean. Written by StarSchemaTest; do not change by hand.
COMMENT ON TABLE load IS '装载记录：一行一次装载';
COMMENT ON COLUMN load."load_no" IS '装载编号';
COMMENT ON COLUMN load."run_id" IS '装载的是哪次运行的结果';
COMMENT ON COLUMN load."program" IS '装载所用程序的版本';
COMMENT ON COLUMN load."started" IS '开始时间';
COMMENT ON COLUMN load."ended" IS '结束时间，空为没有装完';
COMMENT ON COLUMN load."row_count" IS '装入的行数';
COMMENT ON TABLE current_load IS '现行装载：视图显示的那一次，只有一行';
COMMENT ON COLUMN current_load."one" IS '保证只有一行';
COMMENT ON COLUMN current_load."load_no" IS '装载编号，空为尚未装载过';
COMMENT ON TABLE stored_dim_department IS '主管部门';
COMMENT ON COLUMN stored_dim_department."load_no" IS '装载编号';
COMMENT ON COLUMN stored_dim_department."department_key" IS '主管部门的识别名，不随写法变化';
COMMENT ON COLUMN stored_dim_department."department" IS '主管部门，供人看的名称';
COMMENT ON COLUMN stored_dim_department."department_group" IS '部门组，取自财政部门的名单';
COMMENT ON COLUMN stored_dim_department."department_kind" IS '部门类别，取自财政部门的名单';
COMMENT ON TABLE stored_dim_agency IS '实施单位';
COMMENT ON COLUMN stored_dim_agency."load_no" IS '装载编号';
COMMENT ON COLUMN stored_dim_agency."agency_key" IS '实施单位的识别名，不随写法变化';
COMMENT ON COLUMN stored_dim_agency."department_key" IS '主管部门的识别名，不随写法变化';
COMMENT ON COLUMN stored_dim_agency."agency" IS '实施单位，供人看的名称';
COMMENT ON TABLE stored_dim_project IS '项目，各年度同名的为同一项目';
COMMENT ON COLUMN stored_dim_project."load_no" IS '装载编号';
COMMENT ON COLUMN stored_dim_project."project_key" IS '项目的识别名：主管部门的识别名、斜线、项目名称';
COMMENT ON COLUMN stored_dim_project."department_key" IS '主管部门的识别名，不随写法变化';
COMMENT ON COLUMN stored_dim_project."project" IS '项目名称';
COMMENT ON TABLE stored_dim_rule IS '审核规则';
COMMENT ON COLUMN stored_dim_rule."load_no" IS '装载编号';
COMMENT ON COLUMN stored_dim_rule."rule_id" IS '规则名';
COMMENT ON COLUMN stored_dim_rule."family" IS '规则类别';
COMMENT ON COLUMN stored_dim_rule."severity" IS '级别：ERROR 错误、DOUBT 疑点、NOTE 提示';
COMMENT ON COLUMN stored_dim_rule."title" IS '规则的中文名称';
COMMENT ON COLUMN stored_dim_rule."title_en" IS '规则的英文名称';
COMMENT ON COLUMN stored_dim_rule."basis" IS '依据';
COMMENT ON COLUMN stored_dim_rule."remedy" IS '怎么改';
COMMENT ON TABLE stored_dim_indicator_kind IS '指标类别：一级和二级指标';
COMMENT ON COLUMN stored_dim_indicator_kind."load_no" IS '装载编号';
COMMENT ON COLUMN stored_dim_indicator_kind."indicator_kind_key" IS '指标类别的识别名：一级指标、斜线、二级指标';
COMMENT ON COLUMN stored_dim_indicator_kind."category" IS '一级指标';
COMMENT ON COLUMN stored_dim_indicator_kind."aspect" IS '二级指标';
COMMENT ON TABLE stored_dim_period IS '年度';
COMMENT ON COLUMN stored_dim_period."load_no" IS '装载编号';
COMMENT ON COLUMN stored_dim_period."year" IS '年度';
COMMENT ON TABLE stored_dim_jurisdiction IS '口径：适用哪个财政部门的参数';
COMMENT ON COLUMN stored_dim_jurisdiction."load_no" IS '装载编号';
COMMENT ON COLUMN stored_dim_jurisdiction."jurisdiction" IS '口径：适用哪个财政部门的参数';
COMMENT ON TABLE stored_fact_form IS '自评表：一行一张现行的自评表';
COMMENT ON COLUMN stored_fact_form."load_no" IS '装载编号';
COMMENT ON COLUMN stored_fact_form."form_id" IS '自评表识别码，在各次审核中不变';
COMMENT ON COLUMN stored_fact_form."dossier" IS '部门年度的识别码：一个主管部门一个年度的全部自评表';
COMMENT ON COLUMN stored_fact_form."department_key" IS '主管部门的识别名，不随写法变化';
COMMENT ON COLUMN stored_fact_form."agency_key" IS '实施单位的识别名，不随写法变化';
COMMENT ON COLUMN stored_fact_form."project_key" IS '项目的识别名：主管部门的识别名、斜线、项目名称';
COMMENT ON COLUMN stored_fact_form."year" IS '年度';
COMMENT ON COLUMN stored_fact_form."jurisdiction" IS '口径：适用哪个财政部门的参数';
COMMENT ON COLUMN stored_fact_form."form_kind" IS '评价对象：项目、专项、部门整体';
COMMENT ON COLUMN stored_fact_form."project_name" IS '项目名称，原文';
COMMENT ON COLUMN stored_fact_form."project_kind" IS '项目类型';
COMMENT ON COLUMN stored_fact_form."size_class" IS '规模';
COMMENT ON COLUMN stored_fact_form."file" IS '所在文件';
COMMENT ON COLUMN stored_fact_form."place" IS '自评表在文件中的位置';
COMMENT ON COLUMN stored_fact_form."cancelled" IS '年内取消：有年初预算，全年预算数和执行数均为0';
COMMENT ON COLUMN stored_fact_form."suspect_amounts" IS '金额可疑';
COMMENT ON COLUMN stored_fact_form."original_budget" IS '年初预算数（元）';
COMMENT ON COLUMN stored_fact_form."final_budget" IS '全年预算数（调整后）（元）';
COMMENT ON COLUMN stored_fact_form."actual_expenditure" IS '全年执行数（元）';
COMMENT ON COLUMN stored_fact_form."execution_rate" IS '表上所填的预算执行率（0到1的比例）';
COMMENT ON COLUMN stored_fact_form."max_score" IS '分值（分）';
COMMENT ON COLUMN stored_fact_form."score" IS '得分（分）';
COMMENT ON COLUMN stored_fact_form."grade" IS '评价等级';
COMMENT ON COLUMN stored_fact_form."claimed" IS '自评得分（分）';
COMMENT ON COLUMN stored_fact_form."supported" IS '依据所能支持的最高总分（分）';
COMMENT ON COLUMN stored_fact_form."indicators" IS '指标数（个）';
COMMENT ON COLUMN stored_fact_form."full_indicators" IS '得满分的指标数（个）';
COMMENT ON COLUMN stored_fact_form."blank_actuals" IS '没有实际完成值的指标数（个）';
COMMENT ON COLUMN stored_fact_form."errors" IS '错误数（已豁免的不计）（个）';
COMMENT ON COLUMN stored_fact_form."doubts" IS '疑点数（已豁免的不计）（个）';
COMMENT ON COLUMN stored_fact_form."notes" IS '提示数（已豁免的不计）（个）';
COMMENT ON COLUMN stored_fact_form."guesses" IS '识别中的推测数（个）';
COMMENT ON COLUMN stored_fact_form."confidence" IS '识别的可信程度（0到1的比例）';
COMMENT ON COLUMN stored_fact_form."template" IS '所用模板';
COMMENT ON COLUMN stored_fact_form."planned" IS '年度总体目标的预期目标';
COMMENT ON COLUMN stored_fact_form."achieved" IS '年度总体目标的实际完成情况';
COMMENT ON TABLE stored_fact_funding IS '资金：每张表的合计、当年财政拨款、上年结转、其他各一行';
COMMENT ON COLUMN stored_fact_funding."load_no" IS '装载编号';
COMMENT ON COLUMN stored_fact_funding."form_id" IS '自评表识别码，在各次审核中不变';
COMMENT ON COLUMN stored_fact_funding."department_key" IS '主管部门的识别名，不随写法变化';
COMMENT ON COLUMN stored_fact_funding."year" IS '年度';
COMMENT ON COLUMN stored_fact_funding."funding_kind" IS '资金行：total合计、currentYearAppropriation当年财政拨款、priorYearCarryOver上年结转资金、otherFunds其他资金';
COMMENT ON COLUMN stored_fact_funding."original_budget" IS '年初预算数（元）';
COMMENT ON COLUMN stored_fact_funding."final_budget" IS '全年预算数（调整后）（元）';
COMMENT ON COLUMN stored_fact_funding."actual_expenditure" IS '全年执行数（元）';
COMMENT ON COLUMN stored_fact_funding."max_score" IS '分值（分）';
COMMENT ON COLUMN stored_fact_funding."execution_rate" IS '表上所填的预算执行率（0到1的比例）';
COMMENT ON COLUMN stored_fact_funding."score" IS '得分（分）';
COMMENT ON TABLE stored_fact_indicator IS '绩效指标：一行一个三级指标';
COMMENT ON COLUMN stored_fact_indicator."load_no" IS '装载编号';
COMMENT ON COLUMN stored_fact_indicator."form_id" IS '自评表识别码，在各次审核中不变';
COMMENT ON COLUMN stored_fact_indicator."department_key" IS '主管部门的识别名，不随写法变化';
COMMENT ON COLUMN stored_fact_indicator."year" IS '年度';
COMMENT ON COLUMN stored_fact_indicator."indicator_no" IS '表上第几个指标，从1数起';
COMMENT ON COLUMN stored_fact_indicator."indicator_kind_key" IS '指标类别的识别名：一级指标、斜线、二级指标';
COMMENT ON COLUMN stored_fact_indicator."name" IS '三级指标';
COMMENT ON COLUMN stored_fact_indicator."target" IS '年度指标值，原文';
COMMENT ON COLUMN stored_fact_indicator."actual" IS '实际完成值，原文';
COMMENT ON COLUMN stored_fact_indicator."max_score" IS '分值（分）';
COMMENT ON COLUMN stored_fact_indicator."score" IS '得分（分）';
COMMENT ON COLUMN stored_fact_indicator."variance_explanation" IS '偏差原因分析及改进措施';
COMMENT ON TABLE stored_fact_finding IS '审核发现：一行一处，已豁免的也在内';
COMMENT ON COLUMN stored_fact_finding."load_no" IS '装载编号';
COMMENT ON COLUMN stored_fact_finding."dossier" IS '部门年度的识别码：一个主管部门一个年度的全部自评表';
COMMENT ON COLUMN stored_fact_finding."department_key" IS '主管部门的识别名，不随写法变化';
COMMENT ON COLUMN stored_fact_finding."year" IS '年度';
COMMENT ON COLUMN stored_fact_finding."fingerprint" IS '识别码，同一处发现在各次审核中不变';
COMMENT ON COLUMN stored_fact_finding."form_id" IS '自评表识别码，在各次审核中不变';
COMMENT ON COLUMN stored_fact_finding."project_name" IS '项目名称，原文';
COMMENT ON COLUMN stored_fact_finding."rule_id" IS '规则名';
COMMENT ON COLUMN stored_fact_finding."severity" IS '级别：ERROR 错误、DOUBT 疑点、NOTE 提示';
COMMENT ON COLUMN stored_fact_finding."subject" IS '所指栏位的路径';
COMMENT ON COLUMN stored_fact_finding."file" IS '所在文件';
COMMENT ON COLUMN stored_fact_finding."place" IS '所在单元格';
COMMENT ON COLUMN stored_fact_finding."reported" IS '填报的值';
COMMENT ON COLUMN stored_fact_finding."expected" IS '应有的值';
COMMENT ON COLUMN stored_fact_finding."difference" IS '填报值减应有值（同应有的值）';
COMMENT ON COLUMN stored_fact_finding."message" IS '说明';
COMMENT ON COLUMN stored_fact_finding."stands" IS '仍然成立：没有豁免';
COMMENT ON COLUMN stored_fact_finding."waived" IS '豁免情况，空为未豁免';
COMMENT ON TABLE stored_fact_outcome IS '规则结果：每个部门年度、规则、结果、原因一行，不是逐表的';
COMMENT ON COLUMN stored_fact_outcome."load_no" IS '装载编号';
COMMENT ON COLUMN stored_fact_outcome."dossier" IS '部门年度的识别码：一个主管部门一个年度的全部自评表';
COMMENT ON COLUMN stored_fact_outcome."department_key" IS '主管部门的识别名，不随写法变化';
COMMENT ON COLUMN stored_fact_outcome."year" IS '年度';
COMMENT ON COLUMN stored_fact_outcome."rule_id" IS '规则名';
COMMENT ON COLUMN stored_fact_outcome."outcome" IS '结果：PASSED通过、FIRED有发现、WAIVED已豁免、NOT_APPLICABLE不适用、NOT_EVALUATED无法判断';
COMMENT ON COLUMN stored_fact_outcome."reason" IS '原因';
COMMENT ON COLUMN stored_fact_outcome."forms" IS '自评表数（个）';
COMMENT ON TABLE stored_fact_score_audit IS '得分核算：一行一张表，自评总分和依据所能支持的范围';
COMMENT ON COLUMN stored_fact_score_audit."load_no" IS '装载编号';
COMMENT ON COLUMN stored_fact_score_audit."dossier" IS '部门年度的识别码：一个主管部门一个年度的全部自评表';
COMMENT ON COLUMN stored_fact_score_audit."department_key" IS '主管部门的识别名，不随写法变化';
COMMENT ON COLUMN stored_fact_score_audit."year" IS '年度';
COMMENT ON COLUMN stored_fact_score_audit."form_id" IS '自评表识别码，在各次审核中不变';
COMMENT ON COLUMN stored_fact_score_audit."grade" IS '评价等级';
COMMENT ON COLUMN stored_fact_score_audit."max_score" IS '分值（分）';
COMMENT ON COLUMN stored_fact_score_audit."claimed" IS '自评得分（分）';
COMMENT ON COLUMN stored_fact_score_audit."low" IS '依据所能支持的最低分（分）';
COMMENT ON COLUMN stored_fact_score_audit."high" IS '依据所能支持的最高分（分）';
COMMENT ON COLUMN stored_fact_score_audit."over_claimed" IS '高出依据所能支持的分数（分）';
COMMENT ON COLUMN stored_fact_score_audit."lines_over_claimed" IS '各行多得分之和（分）';
COMMENT ON COLUMN stored_fact_score_audit."arithmetic" IS '算式';
COMMENT ON TABLE stored_fact_reply IS '部门反馈：一行一处发现的答复';
COMMENT ON COLUMN stored_fact_reply."load_no" IS '装载编号';
COMMENT ON COLUMN stored_fact_reply."fingerprint" IS '识别码，同一处发现在各次审核中不变';
COMMENT ON COLUMN stored_fact_reply."dossier" IS '部门年度的识别码：一个主管部门一个年度的全部自评表';
COMMENT ON COLUMN stored_fact_reply."project" IS '项目名称';
COMMENT ON COLUMN stored_fact_reply."place" IS '位置，清单上的文字';
COMMENT ON COLUMN stored_fact_reply."problem" IS '问题，清单上的文字';
COMMENT ON COLUMN stored_fact_reply."state" IS '状态';
COMMENT ON COLUMN stored_fact_reply."reply" IS '意见文字';
COMMENT ON COLUMN stored_fact_reply."said_by" IS '填写人';
COMMENT ON COLUMN stored_fact_reply."said_at" IS '时间';
COMMENT ON COLUMN stored_fact_reply."file" IS '所在文件';
COMMENT ON COLUMN stored_fact_reply."file_row" IS '行，从1数起';
COMMENT ON TABLE stored_fact_decision IS '财政部门意见：一行一处发现的处理决定';
COMMENT ON COLUMN stored_fact_decision."load_no" IS '装载编号';
COMMENT ON COLUMN stored_fact_decision."fingerprint" IS '识别码，同一处发现在各次审核中不变';
COMMENT ON COLUMN stored_fact_decision."state" IS '状态';
COMMENT ON COLUMN stored_fact_decision."opinion" IS '意见文字';
COMMENT ON COLUMN stored_fact_decision."said_by" IS '填写人';
COMMENT ON COLUMN stored_fact_decision."said_at" IS '时间';
COMMENT ON TABLE stored_fact_statistics IS '统计：每个层级、年度一行';
COMMENT ON COLUMN stored_fact_statistics."load_no" IS '装载编号';
COMMENT ON COLUMN stored_fact_statistics."level" IS '层级：agency实施单位、department主管部门、departmentGroup部门组、departmentKind部门类别、jurisdiction口径、projectKind项目类型、sizeClass规模、district全区';
COMMENT ON COLUMN stored_fact_statistics."name" IS '名称';
COMMENT ON COLUMN stored_fact_statistics."within" IS '所属部门';
COMMENT ON COLUMN stored_fact_statistics."department_key" IS '主管部门的识别名，不随写法变化';
COMMENT ON COLUMN stored_fact_statistics."year" IS '年度';
COMMENT ON COLUMN stored_fact_statistics."forms" IS '自评表数（个）';
COMMENT ON COLUMN stored_fact_statistics."cancelled_forms" IS '年内取消的项目数（个）';
COMMENT ON COLUMN stored_fact_statistics."unknown_amounts" IS '金额不全的表数（个）';
COMMENT ON COLUMN stored_fact_statistics."suspect_amounts" IS '金额可疑的表数（个）';
COMMENT ON COLUMN stored_fact_statistics."guessed_forms" IS '识别中有推测的表数（个）';
COMMENT ON COLUMN stored_fact_statistics."original_budget" IS '年初预算数（元）';
COMMENT ON COLUMN stored_fact_statistics."final_budget" IS '全年预算数（调整后）（元）';
COMMENT ON COLUMN stored_fact_statistics."actual_expenditure" IS '全年执行数（元）';
COMMENT ON COLUMN stored_fact_statistics."robust_final_budget" IS '去掉可疑金额后的全年预算数（元）';
COMMENT ON COLUMN stored_fact_statistics."robust_actual_expenditure" IS '去掉可疑金额后的执行数（元）';
COMMENT ON COLUMN stored_fact_statistics."execution_rate" IS '预算执行率，比例：全年执行数÷全年预算数（0到1的比例）';
COMMENT ON COLUMN stored_fact_statistics."execution_lower95" IS '执行率的95%下限（0到1的比例）';
COMMENT ON COLUMN stored_fact_statistics."execution_upper95" IS '执行率的95%上限（0到1的比例）';
COMMENT ON COLUMN stored_fact_statistics."scores" IS '有总分的表数（个）';
COMMENT ON COLUMN stored_fact_statistics."score_mean" IS '平均分（分）';
COMMENT ON COLUMN stored_fact_statistics."score_budget_weighted_mean" IS '按预算加权的平均分（分）';
COMMENT ON COLUMN stored_fact_statistics."score_quartile1" IS '得分下四分位数（分）';
COMMENT ON COLUMN stored_fact_statistics."score_median" IS '得分中位数（分）';
COMMENT ON COLUMN stored_fact_statistics."score_quartile3" IS '得分上四分位数（分）';
COMMENT ON COLUMN stored_fact_statistics."score_compression" IS '得分集中程度：1－四分位距÷全区四分位距（0到1的比例）';
COMMENT ON COLUMN stored_fact_statistics."inflation" IS '自评总分平均高出依据所能支持的分数（分）';
COMMENT ON COLUMN stored_fact_statistics."overclaimed_points" IS '多得的分数之和（分）';
COMMENT ON COLUMN stored_fact_statistics."overclaimed_money" IS '多得分的项目的执行数（元）';
COMMENT ON COLUMN stored_fact_statistics."score_distinct" IS '不同分数的个数（个）';
COMMENT ON COLUMN stored_fact_statistics."inflation_forms" IS '参与上一列的表数（个）';
COMMENT ON COLUMN stored_fact_statistics."errors" IS '错误数（已豁免的不计）（个）';
COMMENT ON COLUMN stored_fact_statistics."doubts" IS '疑点数（已豁免的不计）（个）';
COMMENT ON COLUMN stored_fact_statistics."notes" IS '提示数（已豁免的不计）（个）';
COMMENT ON TABLE stored_fact_share IS '各层级的比例及其95%区间：每个层级、年度、度量一行';
COMMENT ON COLUMN stored_fact_share."load_no" IS '装载编号';
COMMENT ON COLUMN stored_fact_share."level" IS '层级：agency实施单位、department主管部门、departmentGroup部门组、departmentKind部门类别、jurisdiction口径、projectKind项目类型、sizeClass规模、district全区';
COMMENT ON COLUMN stored_fact_share."name" IS '名称';
COMMENT ON COLUMN stored_fact_share."within" IS '所属部门';
COMMENT ON COLUMN stored_fact_share."department_key" IS '主管部门的识别名，不随写法变化';
COMMENT ON COLUMN stored_fact_share."year" IS '年度';
COMMENT ON COLUMN stored_fact_share."measure" IS '度量名称';
COMMENT ON COLUMN stored_fact_share."hits" IS '分子（个）';
COMMENT ON COLUMN stored_fact_share."n" IS '分母（个）';
COMMENT ON COLUMN stored_fact_share."value" IS '比例（0到1的比例）';
COMMENT ON COLUMN stored_fact_share."lower95" IS '95%下限（0到1的比例）';
COMMENT ON COLUMN stored_fact_share."upper95" IS '95%上限（0到1的比例）';
COMMENT ON COLUMN stored_fact_share."change" IS '与上年之差（0到1的比例）';
COMMENT ON COLUMN stored_fact_share."change_lower95" IS '与上年之差的95%下限（0到1的比例）';
COMMENT ON COLUMN stored_fact_share."change_upper95" IS '与上年之差的95%上限（0到1的比例）';
COMMENT ON TABLE stored_fact_grade IS '各层级的等级分布：每个层级、年度、等级一行';
COMMENT ON COLUMN stored_fact_grade."load_no" IS '装载编号';
COMMENT ON COLUMN stored_fact_grade."level" IS '层级：agency实施单位、department主管部门、departmentGroup部门组、departmentKind部门类别、jurisdiction口径、projectKind项目类型、sizeClass规模、district全区';
COMMENT ON COLUMN stored_fact_grade."name" IS '名称';
COMMENT ON COLUMN stored_fact_grade."within" IS '所属部门';
COMMENT ON COLUMN stored_fact_grade."department_key" IS '主管部门的识别名，不随写法变化';
COMMENT ON COLUMN stored_fact_grade."year" IS '年度';
COMMENT ON COLUMN stored_fact_grade."grade" IS '评价等级';
COMMENT ON COLUMN stored_fact_grade."forms" IS '自评表数（个）';
COMMENT ON COLUMN stored_fact_grade."actual_expenditure" IS '该等级的执行数（元）';
COMMENT ON TABLE stored_fact_indicator_statistics IS '指标统计：每个实施单位、年度按一级、二级指标一行';
COMMENT ON COLUMN stored_fact_indicator_statistics."load_no" IS '装载编号';
COMMENT ON COLUMN stored_fact_indicator_statistics."dossier" IS '部门年度的识别码：一个主管部门一个年度的全部自评表';
COMMENT ON COLUMN stored_fact_indicator_statistics."department_key" IS '主管部门的识别名，不随写法变化';
COMMENT ON COLUMN stored_fact_indicator_statistics."agency" IS '实施单位，供人看的名称';
COMMENT ON COLUMN stored_fact_indicator_statistics."year" IS '年度';
COMMENT ON COLUMN stored_fact_indicator_statistics."indicator_kind_key" IS '指标类别的识别名：一级指标、斜线、二级指标';
COMMENT ON COLUMN stored_fact_indicator_statistics."indicators" IS '指标数（个）';
COMMENT ON COLUMN stored_fact_indicator_statistics."unreadable_scores" IS '得分读不出的个数（个）';
COMMENT ON COLUMN stored_fact_indicator_statistics."max_score" IS '分值（分）';
COMMENT ON COLUMN stored_fact_indicator_statistics."score" IS '得分（分）';
COMMENT ON COLUMN stored_fact_indicator_statistics."score_rate" IS '得分率：得分÷分值（0到1的比例）';
COMMENT ON COLUMN stored_fact_indicator_statistics."full_mark_share" IS '得满分的指标所占比例（0到1的比例）';
COMMENT ON COLUMN stored_fact_indicator_statistics."findings" IS '发现数（个）';
COMMENT ON TABLE stored_fact_source IS '来源文件：一行一个读过的文件';
COMMENT ON COLUMN stored_fact_source."load_no" IS '装载编号';
COMMENT ON COLUMN stored_fact_source."file" IS '所在文件';
COMMENT ON COLUMN stored_fact_source."format" IS '文件格式';
COMMENT ON COLUMN stored_fact_source."outcome" IS '读取结果';
COMMENT ON COLUMN stored_fact_source."duplicate_of" IS '与之内容相同的文件';
COMMENT ON COLUMN stored_fact_source."bytes" IS '文件字节数（字节）';
COMMENT ON COLUMN stored_fact_source."forms" IS '自评表数（个）';
COMMENT ON COLUMN stored_fact_source."quarantined" IS '待人工处理的条数（个）';
COMMENT ON TABLE stored_fact_quarantine IS '待人工处理：读不出或认不出的内容，一行一条';
COMMENT ON COLUMN stored_fact_quarantine."load_no" IS '装载编号';
COMMENT ON COLUMN stored_fact_quarantine."file" IS '所在文件';
COMMENT ON COLUMN stored_fact_quarantine."place" IS '所在位置';
COMMENT ON COLUMN stored_fact_quarantine."reason" IS '原因';
COMMENT ON COLUMN stored_fact_quarantine."detail" IS '补充说明';
COMMENT ON COLUMN stored_fact_quarantine."excerpt" IS '开头的文字';
COMMENT ON COLUMN stored_fact_quarantine."dismissed" IS '人的处理决定';
COMMENT ON TABLE stored_fact_comparison IS '部门比较：一行一个部门、年度、度量，带漏斗图界限';
COMMENT ON COLUMN stored_fact_comparison."load_no" IS '装载编号';
COMMENT ON COLUMN stored_fact_comparison."year" IS '年度';
COMMENT ON COLUMN stored_fact_comparison."department_key" IS '主管部门的识别名，不随写法变化';
COMMENT ON COLUMN stored_fact_comparison."department" IS '主管部门，供人看的名称';
COMMENT ON COLUMN stored_fact_comparison."measure" IS '度量名称';
COMMENT ON COLUMN stored_fact_comparison."n" IS '分母（个）';
COMMENT ON COLUMN stored_fact_comparison."value" IS '部门的值（随度量而定）';
COMMENT ON COLUMN stored_fact_comparison."lower95" IS '95%下限（随度量而定）';
COMMENT ON COLUMN stored_fact_comparison."upper95" IS '95%上限（随度量而定）';
COMMENT ON COLUMN stored_fact_comparison."district_value" IS '全区的值（随度量而定）';
COMMENT ON COLUMN stored_fact_comparison."limit_lower95" IS '仅由偶然性产生的95%下限（随度量而定）';
COMMENT ON COLUMN stored_fact_comparison."limit_upper95" IS '仅由偶然性产生的95%上限（随度量而定）';
COMMENT ON COLUMN stored_fact_comparison."limit_lower998" IS '仅由偶然性产生的99.8%下限（随度量而定）';
COMMENT ON COLUMN stored_fact_comparison."limit_upper998" IS '仅由偶然性产生的99.8%上限（随度量而定）';
COMMENT ON COLUMN stored_fact_comparison."z" IS '标准分（标准差）';
COMMENT ON COLUMN stored_fact_comparison."z_adjusted" IS '考虑部门间固有差异后的标准分（标准差）';
COMMENT ON COLUMN stored_fact_comparison."p_adjusted" IS '多重比较校正后的p值（0到1的比例）';
COMMENT ON COLUMN stored_fact_comparison."verdict" IS '判断：high 偏高、low 偏低、within 正常、tooFew 太少、notJudged 不判断';
COMMENT ON COLUMN stored_fact_comparison."rank" IS '名次';
COMMENT ON COLUMN stored_fact_comparison."rank_lower" IS '名次的95%下限';
COMMENT ON COLUMN stored_fact_comparison."rank_upper" IS '名次的95%上限';
COMMENT ON COLUMN stored_fact_comparison."ranked" IS '参加排名的部门数（个）';
COMMENT ON COLUMN stored_fact_comparison."adjusted_lower95" IS '考虑部门间固有差异后的95%下限（随度量而定）';
COMMENT ON COLUMN stored_fact_comparison."adjusted_upper95" IS '考虑部门间固有差异后的95%上限（随度量而定）';
COMMENT ON COLUMN stored_fact_comparison."adjusted_lower998" IS '考虑部门间固有差异后的99.8%下限（随度量而定）';
COMMENT ON COLUMN stored_fact_comparison."adjusted_upper998" IS '考虑部门间固有差异后的99.8%上限（随度量而定）';
COMMENT ON TABLE stored_fact_outlier IS '异常值：一行一个与同类相差很大的值';
COMMENT ON COLUMN stored_fact_outlier."load_no" IS '装载编号';
COMMENT ON COLUMN stored_fact_outlier."form_id" IS '自评表识别码，在各次审核中不变';
COMMENT ON COLUMN stored_fact_outlier."department_key" IS '主管部门的识别名，不随写法变化';
COMMENT ON COLUMN stored_fact_outlier."department" IS '主管部门，供人看的名称';
COMMENT ON COLUMN stored_fact_outlier."year" IS '年度';
COMMENT ON COLUMN stored_fact_outlier."project" IS '项目名称';
COMMENT ON COLUMN stored_fact_outlier."measure" IS '度量名称';
COMMENT ON COLUMN stored_fact_outlier."peer_group" IS '同类的范围';
COMMENT ON COLUMN stored_fact_outlier."peers" IS '同类个数（个）';
COMMENT ON COLUMN stored_fact_outlier."value" IS '该表的值（随度量而定）';
COMMENT ON COLUMN stored_fact_outlier."median" IS '同类的中位数（随度量而定）';
COMMENT ON COLUMN stored_fact_outlier."mad" IS '绝对中位差（随度量而定）';
COMMENT ON COLUMN stored_fact_outlier."robust_z" IS '稳健标准分（标准差）';
COMMENT ON COLUMN stored_fact_outlier."fence" IS '界限（随度量而定）';
COMMENT ON COLUMN stored_fact_outlier."p_adjusted" IS '多重比较校正后的p值（0到1的比例）';
COMMENT ON COLUMN stored_fact_outlier."sentence" IS '说明';
COMMENT ON COLUMN stored_fact_outlier."subject" IS '所指栏位的路径';
COMMENT ON COLUMN stored_fact_outlier."far" IS '远超界限';
COMMENT ON TABLE stored_fact_coverage IS '报送情况：应报项目中已收到自评表的，每个层级、年度一行';
COMMENT ON COLUMN stored_fact_coverage."load_no" IS '装载编号';
COMMENT ON COLUMN stored_fact_coverage."level" IS '层级：agency实施单位、department主管部门、departmentGroup部门组、departmentKind部门类别、jurisdiction口径、projectKind项目类型、sizeClass规模、district全区';
COMMENT ON COLUMN stored_fact_coverage."name" IS '名称';
COMMENT ON COLUMN stored_fact_coverage."within" IS '所属部门';
COMMENT ON COLUMN stored_fact_coverage."department_key" IS '主管部门的识别名，不随写法变化';
COMMENT ON COLUMN stored_fact_coverage."year" IS '年度';
COMMENT ON COLUMN stored_fact_coverage."listed_forms" IS '应报项目数：财政部门项目清单所列（个）';
COMMENT ON COLUMN stored_fact_coverage."listed_received" IS '应报项目中已收到自评表的（个）';
COMMENT ON COLUMN stored_fact_coverage."listed_money" IS '台账中应报项目的支出（元）';
COMMENT ON COLUMN stored_fact_coverage."listed_money_received" IS '其中已收到自评表的项目的支出（元）';
COMMENT ON TABLE stored_fact_attention IS '优先核查：一行一张有发现的表';
COMMENT ON COLUMN stored_fact_attention."load_no" IS '装载编号';
COMMENT ON COLUMN stored_fact_attention."dossier" IS '部门年度的识别码：一个主管部门一个年度的全部自评表';
COMMENT ON COLUMN stored_fact_attention."department_key" IS '主管部门的识别名，不随写法变化';
COMMENT ON COLUMN stored_fact_attention."year" IS '年度';
COMMENT ON COLUMN stored_fact_attention."form_id" IS '自评表识别码，在各次审核中不变';
COMMENT ON COLUMN stored_fact_attention."project_name" IS '项目名称，原文';
COMMENT ON COLUMN stored_fact_attention."points" IS '权重之和（分）';
COMMENT ON COLUMN stored_fact_attention."amount" IS '项目金额：合计行中最大的一个（元）';
COMMENT ON COLUMN stored_fact_attention."amount_is_median" IS '表上没有金额，以全部项目的中位数代替';
COMMENT ON COLUMN stored_fact_attention."priority" IS '优先程度：权重之和乘以金额的量级';

-- The star schema: a view for every stored table, of the load in force alone.
DO $$
DECLARE
  stored record;
  names text;
BEGIN
  FOR stored IN
    SELECT c.oid, c.relname FROM pg_class c
    WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' AND c.relname LIKE 'stored\_%'
    ORDER BY c.relname
  LOOP
    SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) INTO names FROM pg_attribute
    WHERE attrelid = stored.oid AND attnum > 0 AND NOT attisdropped AND attname <> 'load_no';
    EXECUTE format('CREATE OR REPLACE VIEW %I AS SELECT %s FROM %I WHERE load_no = (SELECT load_no FROM current_load)',
      substr(stored.relname, length('stored_') + 1), names, stored.relname);
    EXECUTE format('COMMENT ON VIEW %I IS %L',
      substr(stored.relname, length('stored_') + 1), obj_description(stored.oid, 'pg_class'));
  END LOOP;
END $$;

-- What the usual panels show.
CREATE OR REPLACE VIEW panel_load AS
SELECT l.run_id, l.program, l.started, l.ended, l.row_count
FROM load l JOIN current_load c ON c.load_no = l.load_no;
COMMENT ON VIEW panel_load IS '当前显示的是哪次运行的结果';

CREATE OR REPLACE VIEW panel_district AS
SELECT s.year, s.forms, s.cancelled_forms, s.unknown_amounts, s.suspect_amounts, s.original_budget, s.final_budget,
  s.actual_expenditure, s.execution_rate, s.score_mean, s.score_budget_weighted_mean, s.score_median, s.inflation,
  s.overclaimed_points, s.errors, s.doubts, s.notes, c.listed_forms, c.listed_received
FROM fact_statistics s
LEFT JOIN fact_coverage c ON c.level = s.level AND c.year IS NOT DISTINCT FROM s.year
WHERE s.level = 'district';
COMMENT ON VIEW panel_district IS '全区概况：一行一个年度';

CREATE OR REPLACE VIEW panel_department AS
SELECT s.year, s.department_key, d.department, d.department_group, d.department_kind, s.forms, s.original_budget,
  s.final_budget, s.actual_expenditure, s.execution_rate, s.score_mean, s.score_median, s.inflation, s.overclaimed_points,
  s.errors, s.doubts, s.notes, c.listed_forms, c.listed_received
FROM fact_statistics s
JOIN dim_department d ON d.department_key = s.department_key
LEFT JOIN fact_coverage c
  ON c.level = s.level AND c.department_key = s.department_key AND c.year IS NOT DISTINCT FROM s.year
WHERE s.level = 'department';
COMMENT ON VIEW panel_department IS '部门概况：一行一个主管部门、年度';

CREATE OR REPLACE VIEW panel_project AS
SELECT f.form_id, f.year, d.department, a.agency, f.project_name, f.project_kind, f.size_class, f.original_budget,
  f.final_budget, f.actual_expenditure, f.score, f.grade, f.supported, s.over_claimed, f.errors, f.doubts, f.notes,
  p.priority, f.place
FROM fact_form f
LEFT JOIN dim_department d ON d.department_key = f.department_key
LEFT JOIN dim_agency a ON a.agency_key = f.agency_key
LEFT JOIN fact_score_audit s ON s.form_id = f.form_id
LEFT JOIN fact_attention p ON p.form_id = f.form_id;
COMMENT ON VIEW panel_project IS '项目概况：一行一张自评表';

CREATE OR REPLACE VIEW panel_finding AS
SELECT f.fingerprint, f.form_id, f.year, d.department, f.project_name, f.rule_id, r.title, f.severity, f.message,
  f.reported, f.expected, f.place, f.stands, coalesce(n.state, y.state) AS state
FROM fact_finding f
LEFT JOIN dim_department d ON d.department_key = f.department_key
LEFT JOIN dim_rule r ON r.rule_id = f.rule_id
LEFT JOIN fact_decision n ON n.fingerprint = f.fingerprint
LEFT JOIN fact_reply y ON y.fingerprint = f.fingerprint;
COMMENT ON VIEW panel_finding IS '审核发现：一行一处，带部门、项目、规则名称和整改状态';

CREATE OR REPLACE VIEW panel_rule AS
SELECT o.year, o.rule_id, r.title, r.family, r.severity, o.outcome, o.reason, sum(o.forms)::bigint AS forms
FROM fact_outcome o LEFT JOIN dim_rule r ON r.rule_id = o.rule_id
GROUP BY o.year, o.rule_id, r.title, r.family, r.severity, o.outcome, o.reason;
COMMENT ON VIEW panel_rule IS '规则结果：一行一个年度、规则、结果、原因';

CREATE OR REPLACE VIEW panel_data_quality AS
SELECT f.year, d.department, count(*) AS forms, count(*) FILTER (WHERE f.guesses > 0) AS guessed_forms,
  min(f.confidence) AS least_confidence, count(*) FILTER (WHERE f.final_budget IS NULL) AS unknown_amounts,
  count(*) FILTER (WHERE f.score IS NULL) AS unknown_scores, sum(f.blank_actuals)::bigint AS blank_actuals
FROM fact_form f LEFT JOIN dim_department d ON d.department_key = f.department_key
GROUP BY f.year, d.department;
COMMENT ON VIEW panel_data_quality IS '数据质量：一行一个主管部门、年度';

-- A view's column means what the stored column of its name does.
DO $$
DECLARE
  shown record;
BEGIN
  FOR shown IN
    SELECT v.relname, a.attname,
      (SELECT coalesce(
          max(col_description(s.attrelid, s.attnum)) FILTER (WHERE t.relname = 'stored_' || v.relname),
          min(col_description(s.attrelid, s.attnum)))
        FROM pg_attribute s JOIN pg_class t ON t.oid = s.attrelid
        WHERE t.relnamespace = v.relnamespace AND t.relkind = 'r' AND s.attname = a.attname AND s.attnum > 0) AS meaning
    FROM pg_class v JOIN pg_attribute a ON a.attrelid = v.oid
    WHERE v.relnamespace = current_schema()::regnamespace AND v.relkind = 'v' AND a.attnum > 0
  LOOP
    IF shown.meaning IS NOT NULL THEN
      EXECUTE format('COMMENT ON COLUMN %I.%I IS %L', shown.relname, shown.attname, shown.meaning);
    END IF;
  END LOOP;
END $$;
COMMENT ON COLUMN panel_finding.title IS '规则的中文名称';
COMMENT ON COLUMN panel_finding.state IS '整改状态：财政部门的意见，没有时是部门的反馈';
COMMENT ON COLUMN panel_data_quality.forms IS '自评表数（个）';
COMMENT ON COLUMN panel_data_quality.guessed_forms IS '识别中有推测的表数（个）';
COMMENT ON COLUMN panel_data_quality.least_confidence IS '识别的可信程度的最小值（0到1的比例）';
COMMENT ON COLUMN panel_data_quality.unknown_amounts IS '全年预算数空白或读不出的表数（个）';
COMMENT ON COLUMN panel_data_quality.unknown_scores IS '总分空白或读不出的表数（个）';
COMMENT ON COLUMN panel_data_quality.blank_actuals IS '没有实际完成值的指标数（个）';

-- Readers see the views; whoever loads writes the tables. The roles are made by roles.sql.
DO $$
DECLARE
  one record;
  reader text := current_schema() || '_reader';
  loader text := current_schema() || '_loader';
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = reader) THEN
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', current_schema(), reader);
    FOR one IN SELECT relname FROM pg_class
      WHERE relnamespace = current_schema()::regnamespace AND relkind = 'v' LOOP
      EXECUTE format('GRANT SELECT ON %I TO %I', one.relname, reader);
    END LOOP;
  END IF;
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = loader) THEN
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', current_schema(), loader);
    EXECUTE format('GRANT SELECT ON ALL TABLES IN SCHEMA %I TO %I', current_schema(), loader);
    FOR one IN SELECT relname FROM pg_class
      WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r'
        AND (relname LIKE 'stored\_%' OR relname IN ('load', 'current_load')) LOOP
      EXECUTE format('GRANT INSERT, UPDATE, DELETE ON %I TO %I', one.relname, loader);
    END LOOP;
  END IF;
END $$;
