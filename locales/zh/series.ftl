forum-empty = 尚未公布任何会议。
forum-lead = 任何人都可以在此查阅日程内容、参与者以及公布后的变动。
series-meetings = 迄今共{ $count }届会议。
door-sessions = { $count ->
   *[other] 场会议，共{ $days }天
}
door-people = { $count ->
   *[other] 人列入日程
}
door-organisations = { $count ->
   *[other] 个机构举办会议
}
people-by-group = 日程人员（按利益攸关方群体）
programme-not-published = 日程尚未公布。
number-column = 届
place-column = 地点
dates-column = 日期
published-column = 公布的数字
figures-title = 数字
figures-note = 每个数字都注明统计对象和公布者。统计对象不同的数字在此不作比较，也不相加。
figure-column = 统计对象
source-column = 来源
figure-from-record = 统计自本论坛的记录
figure-registered = { $at-least ->
    [yes] 注册超过{ $count }
   *[no] 注册{ $count }
}
figure-approved = { $at-least ->
    [yes] 获批注册超过{ $count }
   *[no] 获批注册{ $count }
}
figure-badge-collected = { $at-least ->
    [yes] 领取证件超过{ $count }
   *[no] 领取证件{ $count }
}
figure-on-site = { $at-least ->
    [yes] 现场超过{ $count }
   *[no] 现场{ $count }
}
figure-joined-online = { $at-least ->
    [yes] 线上参与超过{ $count }
   *[no] 线上参与{ $count }
}
figure-took-part = { $at-least ->
    [yes] 参加超过{ $count }
   *[no] 参加{ $count }
}
counted-registered = 注册{ $count }
counted-badges = 领取证件{ $count }
counted-online = 线上参与{ $count }
counted-took-part = 领取证件或线上参与，每人只计一次：{ $count }
