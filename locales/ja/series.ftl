forum-empty = まだ会合は発表されていません。
forum-lead = プログラムの内容、登壇者、公表後の変更点を、誰でもここで読むことができます。
series-meetings = これまでに{ $count }回の会合。
door-sessions = { $count ->
   *[other] セッション（{ $days }日間）
}
door-people = { $count ->
   *[other] 人がプログラムに掲載
}
door-organisations = { $count ->
   *[other] 団体がセッションを開催
}
people-by-group = ステークホルダー別の登壇者
programme-not-published = プログラムはまだ公表されていません。
number-column = 回
place-column = 開催地
dates-column = 日程
published-column = 公表された数字
figures-title = 数字
figures-note = 数字には、何を数え、誰が公表したかを添えています。数えたものが異なる数字は、ここでは比べることも足すこともしません。
figure-column = 数えたもの
source-column = 出典
figure-from-record = このフォーラムの記録から集計
figure-registered = { $at-least ->
    [yes] 登録{ $count }超
   *[no] 登録{ $count }
}
figure-approved = { $at-least ->
    [yes] 承認済み登録{ $count }超
   *[no] 承認済み登録{ $count }
}
figure-badge-collected = { $at-least ->
    [yes] 入場証受領{ $count }超
   *[no] 入場証受領{ $count }
}
figure-on-site = { $at-least ->
    [yes] 会場{ $count }超
   *[no] 会場{ $count }
}
figure-joined-online = { $at-least ->
    [yes] オンライン参加{ $count }超
   *[no] オンライン参加{ $count }
}
figure-took-part = { $at-least ->
    [yes] 参加{ $count }超
   *[no] 参加{ $count }
}
counted-registered = 登録{ $count }
counted-badges = 入場証受領{ $count }
counted-online = オンライン参加{ $count }
counted-took-part = 入場証受領またはオンライン参加（1人1回）{ $count }
