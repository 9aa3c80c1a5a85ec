# 机器排程：计算、备选方案、比较。$session、$one 和 $other 是代码。

refusal-no-such-variant = 这个日程没有备选方案{ $variant }。
refusal-no-such-variant-remedy = 它可能已被删除；请查看备选方案列表。
refusal-too-many-variants = 已保存{ $max }个备选方案，达到上限。
refusal-too-many-variants-remedy = 请先删除其中一个。
