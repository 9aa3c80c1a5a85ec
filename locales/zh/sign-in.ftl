# 登录，以及个人所有。

problem-too-often = 此处短时间内的请求太多。
problem-too-often-remedy = 请等待{ $seconds }秒后再试。

nav-sign-in = 登录
nav-me = 我的账户

sign-in-title = 登录
sign-in-lead = 请填写您的电子邮件地址。我们会给您发送登录链接；不用密码。
sign-in-address = 电子邮件地址
sign-in-send = 给我发送链接
sign-in-by-hand = 本服务器自身不发送邮件。您提出请求后，由秘书处把链接交给您。
sign-in-not-an-address = 这不是电子邮件地址。请写成 name@example.org 的样子。
sign-in-sent-title = 请查看您的邮箱
sign-in-sent-lead = 链接已经发出。它可在{ $minutes }分钟内登录一次。
sign-in-sent-else = 几分钟后仍未收到？请查看垃圾邮件，或核对地址。
sign-in-again = 重新索取链接
sign-in-ready = 请按按钮，在这台设备上登录。
sign-in-newcomer = 这里还没有人使用此地址。请告诉我们您的姓名，即可进入。
sign-in-name = 您的姓名
sign-in-go = 登录
sign-in-gone-title = 此链接已经失效
sign-in-gone-lead = 它已被使用或已过期。请重新索取，只需一分钟。
sign-out = 退出登录

letter-link-subject = 您登录{ $forum }的链接
letter-link-before = 打开此页面即可登录{ $forum }：
letter-link-after = 此链接可在{ $minutes }分钟内使用一次。
letter-ignore = 如果不是您索取的，那是有人误填了您的地址。您无需做任何事。
letter-invitation-subject = { $forum }的邀请
letter-invitation-before = 您受邀参加{ $forum }。打开此页面即可登录：
letter-invitation-after = 此链接可在{ $hours }小时内使用一次。之后请在登录页面索取新的链接。

me-title = 我的账户
me-access = 您在此处的身份
me-seen = 他人能看到的内容
me-biography = 几句自我介绍
me-save = 保存
me-data = 下载关于您的全部数据
me-erase = 请求遗忘
me-erase-why = 您的姓名、地址和您写下的全部自我介绍将被永久删除，记录中的也不例外。只在您的位置上留下一个编号。此操作无法撤销。
me-erase-sure = 我确定：请忘记我
me-erase-unsure = 没有删除任何内容。如果确定，请勾选。
me-erase-go = 删除
me-devices = 您已登录的设备
me-devices-lead = 有不认识的设备吗？请在这里结束它。
me-devices-end-others = 结束其他全部
me-device-this = 本设备
me-device-unknown = 未知设备
me-since = 始于
me-until = 止于
me-end = 结束
me-tokens = 程序令牌
me-tokens-lead = 令牌让您的程序以您的名义、在您的权限之内行事。
me-token-new = 新令牌
me-token-name = 令牌名称
me-token-scopes = 允许的操作
me-token-days = 有效期
me-token-day = { $days }天
me-token-make = 生成令牌
me-token-made = 令牌已生成
me-token-made-once = 请现在复制：它只显示这一次。
me-token-incomplete = 令牌需要名称和至少一项允许的操作。
me-token-too-many = 您的令牌已达上限。请先结束一个。
scope-read = 读取您可以读取的内容
scope-programme = 更改日程
scope-people = 更改人员和注册
scope-settings = 更改系列和会议

access-public = 公众
access-participant = 与会者
access-organiser = 分会组织者
access-speaker = 发言人
access-moderator = 主持人
access-rapporteur = 报告员
access-reviewer = 评审人
access-chair = 主席
access-secretariat = 秘书处
access-admin = 管理员

outbox-title = 发件箱
outbox-lead = 本服务器自身不发送邮件。请转交这些信件；信中的链接会让收信人登录。
outbox-hidden = 有 { $count } 封写给任职者的信件未显示：读到信中链接的人就能以其身份登录。服务器管理者可在“outbox”文件夹中找到它们。
outbox-none = 这里没有信件。
outbox-smtp = 邮件会自动发出；这里没有等候的信件。
outbox-read = 阅读
