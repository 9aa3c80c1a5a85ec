# Signing in, and what is one’s own.

problem-too-often = Too many requests from here in a short time.
problem-too-often-remedy =
    Wait { $seconds } { $seconds ->
    [one] second
   *[other] seconds
 } and try again.
