# サインインと、自分のもの。

problem-too-often = ここからの要求が短い間に多すぎます。
problem-too-often-remedy = { $seconds }秒待ってから、もう一度お試しください。
