# 工作台：论坛主办方的页面。$what、$session 和 $first 都很短：编号、会议室等。

desk-title = 工作台
desk-to-form = 前往表单
desk-no-number = 这不是数字。
desk-no-number-remedy = 请用数字填写。
desk-no-day = 这不是日期。
desk-no-day-remedy = 请写成 2027-05-10 的形式。
desk-no-time = 这不是时间。
desk-no-time-remedy = 请按会场时间写成 09:30 的形式。
desk-no-slots = 其中一行不是时段，或缺少时段或日期。
desk-no-slots-remedy = 每行请写成 09:00-10:30，若为休息则在后面加名称，并至少勾选一天。
desk-several-people = 有多人名为{ $name }。
desk-several-people-remedy = 请连同编号写出您所指的人：{ $each }。

desk-first-lead = 从零到公布日程，共七步。之后都可以更改。
desk-first-done = 日程已公布。您可随时更改并再次公布。
desk-front = 所有人看到的首页
desk-meetings = 届会
desk-another-meeting = 宣布另一届会
desk-step-done = 已完成
desk-step-series = 为所办活动命名
desk-step-meeting = 宣布届会
desk-step-rooms = 会议室
desk-step-grid = 每日时段
desk-step-sessions = 会议
desk-step-place = 把会议排入日程
desk-step-publish = 公布
desk-next = 继续
desk-save = 保存
desk-change = 更改
desk-by-hand = 手动安排
desk-series-name = 论坛名称，显示在每个页面上
desk-meeting-name = 届会标题
desk-meeting-title = 届会信息
desk-meeting-hint = 届会网址不变。更改时区时，会议的实际时刻不变。
desk-first-day = 第一天
desk-last-day = 最后一天
desk-city = 城市
desk-country = 国家（两个字母，如 KE、FR）
desk-zone = 会场时区
desk-number = 第几届（如有编号）
desk-online = 仅在线举行，没有会场

desk-rooms-title = 会议室、时段、主题
desk-rooms = 会议室
desk-rooms-list = 会议室，每行一间，逗号后写座位数
desk-rooms-count = { $count ->
   *[other] { $count }间会议室
}
desk-open-room = 添加会议室
desk-open-rooms = 添加这些会议室
desk-close-room = 关闭
desk-closed-rooms = 已关闭的会议室
desk-reopen-room = 重新开放
desk-name = 名称
desk-seats = 座位
desk-slots = 每日时段
desk-slots-count = { $count ->
   *[other] { $count }个时段
}
desk-from = 从
desk-until = 至
desk-pause = 休息
desk-pause-coffee = 茶歇
desk-pause-lunch = 午餐
desk-grid-hint = 这里建议了通常的一天；可直接采用，或先修改各行。
desk-grid-slots = 一天的时段，每行一个；休息要写名称
desk-grid-days = 用于这些日子
desk-grid-send = 添加这些时段
desk-tracks = 主题
desk-tracks-hint = 删除主题后，其会议不再属于任何主题。
desk-add-track = 添加主题
desk-no-track = 无
desk-remove = 删除

desk-board-title = 编排日程
desk-board-frame = 安排会议之前，届会需要会议室和时段。
desk-undo = 撤销：{ $what }
desk-redo = 重做：{ $what }
desk-did-something = 一项大的更改
desk-did-more = { $first }等，另有{ $count }项
desk-did-added = 添加{ $what }
desk-did-amended = 更改{ $what }
desk-did-withdrawn = 撤回{ $what }
desk-did-reinstated = 恢复{ $what }
desk-did-role = { $what }的人员
desk-did-placed = 安排{ $what }
desk-did-unplaced = 取下{ $what }
desk-did-room = 会议室{ $what }
desk-did-track = 主题{ $what }
desk-did-slots = 每日时段
desk-warnings = { $count ->
   *[other] 有{ $count }处需要留意
}
desk-warning-pause = { $session }落在休息时间：{ $pause }。
desk-warning-longer = { $session }超过了时段的结束时间{ $until }。
desk-warning-nobody = { $session }还没有主持人或发言人。
desk-look = 请留意
desk-move = 移动
desk-here = 此处
desk-held = 已拿起 $session。用方向键选择空格，按回车放下，按 Esc 放回。
desk-left = 它留在原处。
desk-placed = 已安排：
desk-picked = 请为“{ $session }”选择一个空格。
desk-picked-leave = 留在原处
desk-minutes = { $count }分钟
desk-unplaced = { $count ->
    [0] 没有待安排的会议
   *[other] { $count }场会议待安排
}
desk-unplaced-none = 每场会议都已安排。
desk-unplaced-more = ……另有{ $count }场；请按标题中的词查找。
desk-fill = 依次全部安排
desk-fill-hint = 每场会议得到第一个空闲的会议室和时间，不会冲突。可以撤销。
desk-place = 安排
desk-unplace = 从日程取下
desk-no-place = 尚未安排。
desk-session = 会议
desk-day = 日期
desk-add = 添加会议
desk-session-title = 标题
desk-session-abstract = 内容简介
desk-session-minutes = 时长（分钟）
desk-session-code = 编号（留空则用下一个号码）
desk-session-people = 发言人，每行一个姓名
desk-session-said = 会议说明
desk-list = 添加多场会议
desk-list-titles = 标题，每行一个
desk-list-send = 添加这些会议
desk-sessions-hint = 粘贴标题列表，每行一个；其余可以以后再填。
desk-person-name = 姓名
desk-role = 角色
desk-give-role = 添加
desk-withdraw = 撤回
desk-withdraw-hint = 不举行的会议仍留在记录中，可以恢复。
desk-withdrawn = 此会议已撤回。
desk-reinstate = 恢复

desk-ahead-first = 尚未公布任何内容。
desk-ahead = { $count ->
    [0] 没有会议与“{ $label }”版不同。
   *[other] { $count }场会议与“{ $label }”版不同。
}
desk-publish-title = 检查并公布
desk-publish = 公布
desk-publish-label = 版本名称
desk-publish-note = 版本说明
desk-publish-empty = 还没有安排任何会议，因此没有可公布的内容。
desk-publish-unchanged = 自上一版以来没有任何变化。
desk-publish-clashes = { $count ->
   *[other] 有{ $count }处某人会同时在两地，因此日程无法公布。
}
desk-publish-unplaced = { $count ->
   *[other] { $count }场会议尚未安排，不会出现在日程中。
}
desk-published = “{ $label }”版已公布。
desk-published-see = 所有人看到的日程
desk-concerned = { $count ->
   *[other] 涉及{ $count }人
}

desk-settings-title = 设置与职务
setting-name = 论坛名称
setting-name-why = 显示在每个页面上。留空则用最近一届所属系列的名称。
setting-notice = 首页通知
setting-notice-why = 大家现在应当知道的事。留空则没有。
setting-contact = 咨询邮箱
setting-contact-why = 显示在每页底部，让人知道向谁询问。留空则没有。
setting-language = 论坛语言
setting-language-why = 用于浏览器未指明我们任何一种语言的读者。不选则为英文。
setting-language-none = 不指定
setting-sign-up = 允许自行登记
setting-sign-up-why = 能收取某邮箱邮件的人即可用它登记。关闭后只有主办方能登记人员。
desk-offices = 职务
desk-offices-why = 担任职务的人比他人看得更多、做得更多。多数职务的授予和终止都须两人：一人提议，另一人确认。自己的职务可立即终止。
office-reviewer = 评审
office-chair = 主席
office-secretariat = 秘书处
office-admin = 管理员
desk-office = 职务
desk-office-grant = 授予或提议
desk-office-end = 终止
desk-office-confirm = 确认
desk-office-refuse = 收回
desk-office-waits = 等待第二人确认
desk-office-ending = 已提议终止
desk-office-confirm-end = 确认终止
desk-office-keep = 保留
desk-proposed = 提议中
desk-person-email = 邮箱地址
footer-contact = 有疑问？

# 在网页上从文件导入日程。
desk-import-title = 从文件导入日程
desk-import-way = 日程已经在其他工具或表格里了吗？从文件导入。
desk-import-lead = 其他工具的日程（schedule XML 或 JSON），或带标题行的表格（CSV，电子表格可另存为此格式）。您会先看到将要做什么；在您同意之前不会写入任何内容。
desk-import-file = 文件，最大 { $max } MB
desk-import-look = 显示将要做什么
desk-import-write = 导入
desk-import-preview = 将要做什么
desk-import-choices = 文件可能没有说明的内容
desk-import-choices-why = 只有文件没有说明时才需要填写。没有时区的时间按会场时间计算。
desk-import-meeting = 会议
desk-import-meeting-new = 新会议，名称以文件为准
desk-import-new = 新会议的标题
desk-import-series = 新会议所属的系列
desk-import-language = 未注明语言的场次所用语言，例如 zh
desk-import-minutes = 未注明时长的场次的分钟数
desk-import-withdraw = 撤下文件中已不存在的场次
desk-import-map = 各列的含义
desk-import-map-why = 每一对由字段和列名组成：title=标题,start=开始。没有列名（如 room=）的字段会被略去。
desk-import-rest = …… 还有 { $count } 项
desk-import-moved = 自您查看之后内容有变。没有写入任何内容；请再看一遍。
desk-import-gone = 文件已不在这里。请重新选择；没有写入任何内容。
desk-import-none = 请选择一个文件。
