mine-title = 我的日程
mine-shared-title = 与您分享的日程
mine-add = 添加 { $code }
mine-remove = 移除 { $code }
mine-add-this = 添加到我的日程
mine-remove-this = 从我的日程移除
mine-empty = 您还没有选择任何会议。按下会议旁边的 +，它就会出现在这里。
mine-to-programme = 前往议程
mine-kept = 只保存在此浏览器中。无需账户，也没有其他人知道。
mine-full = 这里有 { $count } 场会议，已达上限。要添加另一场，请先移除一场。
mine-bad-link = 无法读取此链接：可能缺少一部分。请重新索取，或完整复制。
mine-clashes = { $count ->
   *[other] 其中有 { $count } 对会议时间重叠，具体见各场旁边的说明。
}
mine-changed = { $count ->
   *[other] 自选择以来，有 { $count } 场会议发生了变化。
}
mine-seen = 我知道了
mine-free = { $from } 至 { $to } 空闲：{ $length }
mine-overlap = 重叠 { $length }，与
mine-moved = 已调整。选择时为：{ $place }
mine-length = 时长已变。选择时为：{ $length }
mine-gone-title = 已不在议程上
mine-gone-was = 原为：{ $place }
mine-share-title = 分享与带走
mine-share-why = 拥有此链接的人可以看到这些会议，但看不到您的任何信息。您之后的更改不在其中。
mine-share-link = 这些会议的链接
mine-clear = 从此浏览器全部移除
mine-take = 添加到我的日程
mine-take-why = 您自己的选择保持不变，只添加其中没有的会议。
length-minutes = { $minutes } 分钟
length-hours = { $hours } 小时
length-hours-and-minutes = { $hours } 小时 { $minutes } 分钟
refusal-too-many-choices = 您已选择 { $max } 场会议，已达每人可保存的上限。
refusal-too-many-choices-remedy = 请先从您的日程中移除一场。
mine-kept-account = 保存在您的账户中，在您的所有设备上一致。只有您能看到是哪些会议；组织者只能看到有多少人选择了某场会议。
mine-before = { $count ->
   *[other] 登录前，您在此设备上选择了 { $count } 场会议。
}
mine-join = 添加到我的日程
mine-leave = 忘记这些
mine-clear-account = 从我的日程全部移除
mine-calendar = 这些会议的日历
mine-calendar-name = 我的会议 · { $meeting }
