# The programme as files.

exports-title = Take the programme with you
exports-lead = Each of these files is the programme as it was published last. Its address stays the same, and what is published next stands there too.
exports-link = Calendar, offline file, spreadsheets, data
exports-days = The calendar of one day
exports-sessions = The page of each session has a calendar of its own.
export-ics = Calendar
export-ics-about = For the calendar on your phone or computer: subscribe, and every change comes by itself.
export-html = Offline page
export-html-about = The whole programme in one file that needs no network, with a filter, and good on paper.
export-xlsx = Spreadsheet (Excel, LibreOffice)
export-xlsx-about = A row for each session, with real dates and times, for whoever plans and counts.
export-csv = Table (CSV)
export-csv-about = The same table as plain text, for scripts and for every spreadsheet.
export-atom = Feed of changes (Atom)
export-atom-about = For news readers: one entry for each published version, with what changed.
export-xml = Schedule XML
export-xml-about = For conference apps and information screens that read schedule.xml.
export-json = Schedule JSON
export-json-about = For conference apps and scripts that read schedule.json, with roles and biographies.
export-jsonld = JSON-LD
export-jsonld-about = For search engines and archives, in the words of schema.org.
export-size = { $count ->
    [one] One kilobyte
   *[other] { $count } kilobytes
}
export-subscribe = Subscribe in your calendar
export-role = { $role }: { $name }
export-feed = Changes of the programme: { $meeting }
export-offline-cut = Long texts are shortened in this file, and whole on the page of each session.
export-offline-since = This file shows no later changes. They stand at
export-offline-words = Words of a session
session-calendar = Add to your calendar
