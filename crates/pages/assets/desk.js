// The desk, made quicker: answers without loading the page anew, further pages by scrolling, and keys for whoever
// switches them on. The page does all of it without this module too; where something fails, it takes over.

const KEYS = 'unavoce-desk-keys'
const desk = () => document.querySelector('.desk')
const items = () => [...document.querySelectorAll('.desk .prop, .desk .note')]
const section = (element) => element.closest('section.para')

/** A page of this server, read but not shown. */
async function load(address, options) {
  const answer = await fetch(address, options)
  return new DOMParser().parseFromString(await answer.text(), 'text/html')
}

/** Puts what a page says of one paragraph, and of the whole, into the place of what stands here. */
function take(page, id) {
  for (const part of ['.desk aside.panel', '.desk .chips']) {
    const [here, there] = [document.querySelector(part), page.querySelector(part)]
    if (here && there) here.replaceWith(there)
  }
  const here = document.getElementById(id)
  const there = page.getElementById(id)
  if (there) here.replaceWith(there)
  else here.remove()
  begin()
  return document.getElementById(id)
}

/** Opens the answer's form of an item in its place, and goes to one of its fields. */
async function open(item, field) {
  const link = item.querySelector('a.do')
  if (link) {
    const { id } = item
    const page = await load(link.href)
    if (!page.getElementById(section(item).id)) return location.assign(link.href)
    take(page, section(item).id)
    item = document.getElementById(id)
  }
  const form = item.querySelector('form')
  const target = form?.querySelector(field ? `[name=${field}]` : 'button, textarea')
  target?.focus()
  return form
}

/** Sends a form with the answer that was pressed. */
async function send(form, button) {
  const fields = new URLSearchParams(new FormData(form))
  fields.set(button.name, button.value)
  const item = form.closest('.prop, .note')
  const at = items().indexOf(item)
  const { id } = item
  const page = await load(form.action, { method: 'POST', body: fields })
  if (!page.querySelector('.desk')) return location.reload()
  take(page, section(item).id)
  const refused = document.getElementById(id)?.querySelector('[role=alert], .problem')
  if (refused) refused.scrollIntoView({ block: 'nearest' })
  else go(document.getElementById(id) ?? items()[Math.min(at, items().length - 1)])
}

let current = null

/** Goes to an item: it is seen, and heard. */
function go(item) {
  if (!item) return
  current = item.id
  item.tabIndex = -1
  item.focus()
  item.scrollIntoView({ block: 'nearest' })
}

const here = () => (current && document.getElementById(current)) || null

/** Answers the item one stands on. */
async function answer(verdict) {
  const item = here()
  if (!item) return
  const form = item.querySelector('form') ?? await open(item)
  const button = form?.querySelector(`[name=verdict][value=${verdict}]`)
  if (button) await send(form, button)
}

function step(by) {
  const all = items()
  const at = all.indexOf(here())
  go(all[Math.max(0, Math.min(all.length - 1, at < 0 ? 0 : at + by))])
}

const commands = {
  j: () => step(1),
  k: () => step(-1),
  t: () => answer('taken'),
  b: () => answer('bracketed'),
  u: () => answer('undo'),
  m: () => here() && open(here(), 'wording'),
  n: () => here() && open(here(), 'reason'),
}

const on = () => localStorage.getItem(KEYS) === 'on'

/** Says what can be pressed, and watches for the next page. */
function begin() {
  const keys = document.getElementById('keys')
  if (keys) {
    keys.hidden = false
    let button = keys.querySelector('button')
    if (!button) {
      button = document.createElement('button')
      button.type = 'button'
      button.textContent = keys.dataset.button
      keys.append(button)
    }
    button.setAttribute('aria-pressed', String(on()))
  }
  const next = document.querySelector('.desk .pager a[rel=next]')
  if (next && !next.dataset.watched) {
    next.dataset.watched = 'yes'
    new IntersectionObserver(async ([seen], watch) => {
      if (!seen.isIntersecting) return
      watch.disconnect()
      const page = await load(next.href)
      const pager = next.closest('.pager')
      pager.before(...page.querySelectorAll('.desk section.para'))
      const following = page.querySelector('.desk .pager a[rel=next]')
      if (following) pager.replaceWith(following.closest('.pager'))
      else pager.remove()
      begin()
    }, { rootMargin: '400px' }).observe(next)
  }
}

document.addEventListener('click', (event) => {
  const link = event.target.closest('.desk a.do')
  const button = event.target.closest('#keys button')
  if (button) {
    localStorage.setItem(KEYS, on() ? 'off' : 'on')
    begin()
  } else if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault()
    open(link.closest('.prop, .note')).catch(() => location.assign(link.href))
  }
})

document.addEventListener('submit', (event) => {
  const form = event.target
  if (!form.closest('.desk section.para') || !event.submitter) return
  event.preventDefault()
  send(form, event.submitter).catch(() => location.reload())
})

document.addEventListener('keydown', (event) => {
  const typing = event.target.closest('input, textarea, select')
  if (!on() || typing || event.ctrlKey || event.metaKey || event.altKey) return
  const command = commands[event.key]
  if (!command) return
  event.preventDefault()
  Promise.resolve(command()).catch(() => location.reload())
})

if (desk()) begin()
