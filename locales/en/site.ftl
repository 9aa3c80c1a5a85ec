# What all pages share.

skip-to-content = Skip to the content
nav-forum = Forum
nav-programme = Programme
nav-people = People
nav-organisations = Organisations
nav-search = Search
nav-languages = Languages
nav-pages = Pages
nav-reading = Language and time
footer-record = Everything here is read from the forum’s public record.
erased = Erased at the request of the person concerned
forums-title = Forums
forums-none = There is no forum here yet. Whoever runs this server begins one on it: hemicycle begin NAME
reading-title = Language and time
reading-language = Language of the pages
reading-zone = Your time
reading-zone-why = Programmes show the time at the venue. Choose a place that shares your clock, and your own time stands beside it.
reading-zone-label = A city with your time
reading-zone-none = The time at the venue only
reading-keep = Keep
city-and-country = { $city }, { $country }
held-online = Online

reference-title = The API
reference-lead = Everything that a page of a forum can do, a program can do, too. The descriptions are in English.
markdown-hint = You may write paragraphs, lists with - or 1., *emphasis* and [links](https://example.org).
