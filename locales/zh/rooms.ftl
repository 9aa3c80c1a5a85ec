# Rooms: what is on now, signs at doors, sheets of paper.

now-title = 正在进行和即将开始
now-here = 正在进行
now-next = 即将开始
now-nothing = 今天没有安排。
now-page = 第 { $page } 页，共 { $pages } 页
for-a-screen = 用于屏幕
rooms-title = 会议室
rooms-print = 门口用纸
rooms-print-hint = 每个会议室每天一张：请打印本页。这一行不会打印。
sign-title = { $room } · { $meeting }
sign-free = 目前没有活动
sign-over = 此会议室没有更多安排。

pdf-title = 纸质版（PDF）
pdf-about = 用于打印：能放下时一天一页，屏幕阅读器也能朗读。
pdf-no-letters = 此处无法生成 PDF
pdf-letters = 服务器没有这些字符的字体：{ $letters }
pdf-print-instead = 改用浏览器打印同样的内容
pdf-install = 服务器管理员可以安装字体；在 Debian 和 Ubuntu 上使用以下命令，然后重新启动 Hemicycle。其他字体文件夹用“fonts”项指定。

collisions-title = 冲突
collisions-found = { $count ->
    [0] 没有人同时有两场会议
   *[other] 有 { $count } 处有人同时有两场会议
}，涵盖论坛的所有角色和所有届会。{ $lesser ->
    [0] {""}
   *[other] 另有 { $lesser } 处，组织者不必两场都在。
}
collision-both = 同时需要在两处
collision-short = { $minutes ->
    [0] 没有时间从一个会议室走到另一个
   *[other] 只有 { $minutes } 分钟从一个会议室走到另一个
}
collision-lesser = 同时，但作为组织者不必在场
alike-title = 一人两名？
alike-found = { $count ->
    [0] 看来没有人被登记两次。
   *[other] 有 { $count } 对登记可能是同一个人，由认识他们的人决定。
}
alike-address = 邮件地址相同
alike-name = 姓名相同
alike-names = 姓名相近
alike-organisation = 组织相同
alike-same = 是同一人：全部归 { $kept }（#{ $number }）
similar-title = 相似的会议
similar-found = { $count ->
    [0] 没有两场会议内容相同
   *[other] 有 { $count } 对会议内容相近
}（按少有其他会议使用的词语判断）；{ $same ->
    [0] 没有同时举行的
   *[other] 其中 { $same } 对同时举行
}。
similar-same-time = 同一时间
similar-likeness = 相似度 { $percent }%
similar-hold-as-one = 合为一场
similar-merge-hint = 其中一场的人员和组织者并入另一场，该场撤回。不会丢失任何内容：一次撤销即可恢复。
similar-merge = 保留 { $kept }，撤回 { $gone }
import-collisions = 同时有两场会议

letters-title = 信件
letters-lead = 凡在有变动的会议中担任角色者，每个版本写信一次，并附上可更新其日历的文件。
letters-none = 尚未就此版本给任何人写信。
letters-tell = 写信给所有相关人员
letters-tick = 写信给所有相关人员
letters-sent = 已发送 { $count } 封信
letters-waiting = { $count } 封信正在发送
letters-refused = { $count } 封信无法送达
letters-no-address = { $count } 人在此没有地址：请自行告知
letter-programme-subject = { $meeting }：与您有关的变动
letter-programme-dear = { $name }，您好：
letter-programme-published = { $meeting }的日程已发布“{ $label }”版。与您有关的变动如下：
letter-programme-calendar = 附件可更新您日历中的这些会议。
