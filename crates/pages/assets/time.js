// Beside each deadline, what the reader's own clock will show then. Without this module the page says it in the
// zone of the group's seat and in UTC.

const lang = document.documentElement.lang
const words = document.body.dataset.here
const written = (at, options) => new Intl.DateTimeFormat(lang, { hourCycle: 'h23', ...options }).format(at)

for (const time of document.querySelectorAll('time[data-deadline]')) {
  const at = new Date(time.dateTime)
  const clock = written(at, { hour: '2-digit', minute: '2-digit' })
  const day = written(at, { weekday: 'long', day: 'numeric', month: 'long' })
  // Where the reader's clock shows the same, there is nothing to add.
  const [weekday, date] = [written(at, { weekday: 'long' }), written(at, { day: 'numeric' })]
  const same = [clock, weekday, ` ${date} `].every((part) => ` ${time.textContent}`.includes(part))
  if (words && !same) time.after(` · ${clock}, ${day} ${words}`)
}
