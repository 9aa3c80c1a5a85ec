# Search.

search-for = Words of a title, a name, an organisation
search-go = Search
search-lead = Sessions, people and organisations on published programmes. Capital letters and accents make no difference.
search-found = { $count ->
    [one] One result for “{ $words }”
   *[other] { $count } results for “{ $words }”
}
search-sessions = Sessions ({ $count })
search-people = People ({ $count })
search-organisations = Organisations ({ $count })
search-most = At most { $count } of a kind are shown. Add a word to find fewer.
times-of-venues = Times are those of the venue of each meeting.
