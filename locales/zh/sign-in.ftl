# 登录，以及个人所有。

problem-too-often = 此处短时间内的请求太多。
problem-too-often-remedy = 请等待{ $seconds }秒后再试。
