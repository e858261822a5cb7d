// A meeting from its call to its minutes, and what follows from it, in a real browser with JavaScript off:
// secretariat and chair at once, a member, one that was absent, a visitor.
import { test, before, after } from 'node:test'
import assert from 'node:assert/strict'
import { press, sees, stage, text } from './steps.js'

let journey, demo, browser, people, at, meeting, later, decision, action
const title = 'Working level: a meeting made on a journey'

before(async () => {
  journey = await stage(1, 6)
  ;({ demo, browser, people, at } = journey)
})

after(() => journey?.close())

const begin = (page, name) => page.getByRole('button', { name }).click()
const unfold = (page, name) => page.locator('summary', { hasText: name }).first().click()
const address = (page) => new URL(page.url()).pathname.replace('/practice/', '')

/** The day of the demonstration's clock at the group's seat, so many days on. */
async function day(page, ahead = 0) {
  const now = await page.locator('.demo .now').innerText()
  const [, date] = now.match(/(\d+ \w+ \d{4})/)
  const at = new Date(`${date} 12:00 UTC`)
  at.setUTCDate(at.getUTCDate() + ahead)
  return at.toISOString().slice(0, 10)
}

async function call(page, name, date) {
  await at(page, 'meetings/new')
  await page.fill('[name=title]', name)
  await page.selectOption('[name=level]', 'working_level')
  await page.fill('[name=date]', date)
  await page.fill('[name=from]', '10:00')
  await page.fill('[name=until]', '13:00')
  await page.fill('[name=place]', 'Lisbon, and on line')
  await press(page, 'Call the meeting')
  await sees(page, /The meeting is called/)
  return address(page)
}

/** Types topics into the empty lines of the draft and proposes it. */
async function propose(page, topics) {
  await page.getByRole('link', { name: 'Draft agenda' }).click()
  const empty = page.locator('li:has(input[name^=id_][value=""]):has(input[name^=kind_][value=topic]) input[name^=title_][value=""]')
  for (const [index, topic] of topics.entries()) await empty.nth(index).fill(topic)
  await begin(page, /^Propose/)
  await sees(page, /The draft agenda is before the members/)
}

const item = async (page, name) => {
  await at(page, meeting)
  await page.getByRole('link', { name, exact: true }).click()
}

test('the secretariat calls a meeting; what is open is carried into its draft agenda', async () => {
  const page = people.secretariat
  await at(page, 'today')
  meeting = await call(page, title, await day(page))
  await page.getByRole('link', { name: 'Draft agenda' }).click()
  await sees(page, /open actions are carried/)
  await sees(page, /20\d\d\/\d+ \w/)
  await at(page, meeting)
  await propose(page, ['A list of telephones', 'Berths for small boats', 'A matter for later'])
  await sees(page, /A list of telephones/)
})

test('a refused call keeps what was typed', async () => {
  const page = people.secretariat
  await at(page, 'meetings/new')
  await page.fill('[name=title]', 'A meeting that ends before it begins')
  await page.fill('[name=from]', '13:00')
  await page.fill('[name=until]', '10:00')
  await page.fill('[name=place]', 'Lisbon')
  await press(page, 'Call the meeting')
  await sees(page, /A meeting ends after it begins/)
  assert.equal(await page.inputValue('[name=title]'), 'A meeting that ends before it begins')
})

test('members see the meeting, its papers and its invitation, and no form', async () => {
  const staff = people.secretariat
  await at(staff, meeting)
  await unfold(staff, 'Table a paper')
  await staff.fill('[name=paper_title]', 'Telephones on the quay')
  await staff.setInputFiles('form[action$="/papers"] [name=file]', journey.file('base.docx'))
  await press(staff, 'Table the paper')
  await sees(staff, /The paper is tabled/)
  const page = people['focal-point HWF']
  await at(page, 'today')
  await sees(page, new RegExp(title))
  await at(page, meeting)
  await sees(page, /Telephones on the quay/)
  assert.equal(await page.locator('main form').count(), 0)
  const calendar = await page.request.get(`${demo.base}/practice/${meeting}/invitation.ics`)
  assert.match(await calendar.text(), /BEGIN:VEVENT[^]*SEQUENCE:0/)
  const visitor = await at(people.public, meeting)
  assert.equal(visitor.status(), 404)
})

test('two people mark attendance at once, and nothing is lost', async () => {
  const { secretariat, chair } = people
  await at(chair, meeting)
  await press(chair, 'Open the meeting')
  await sees(chair, /The meeting is open/)
  await at(secretariat, meeting)
  await at(chair, meeting)
  await mark(secretariat, { ISV: 'representative', BCA: 'head', FDW: 'representative' })
  await mark(chair, { HWF: 'representative', UIH: 'absent', LLA: 'representative' })
  for (const words of [/BCA, head/, /FDW, representative/, /HWF, representative/, /Absent: UIH/]) await sees(chair, words)
})

async function mark(page, marks) {
  if (!await page.locator('details#attendance[open]').count()) await unfold(page, 'Mark attendance')
  for (const [short, presence] of Object.entries(marks)) {
    const row = page.locator('[role=radiogroup]', { hasText: `(${short})` })
    await row.locator(`[value=${presence}]`).check()
  }
  await press(page, 'Record the attendance')
  await sees(page, /It is recorded who is present/)
}

test('the agenda is adopted as it was seen', async () => {
  const { secretariat, chair } = people
  await at(chair, meeting)
  await at(secretariat, meeting)
  await propose(secretariat, ['Something that came in late'])
  await press(chair, 'Adopt the agenda')
  await sees(chair, /Another draft was proposed in the meantime/)
  await press(chair, 'Adopt the agenda')
  await sees(chair, /The agenda is adopted/)
})

async function put(page, topic, name, words) {
  await item(page, topic)
  await unfold(page, 'Put a decision to the meeting')
  await page.fill('[name=decision_title]', name)
  await page.fill('[name=words]', words)
  await page.locator('[name=kind][value=procedural]').check()
  await press(page, 'Put it to the meeting')
  await sees(page, /The decision is before the meeting/)
}

test('a decision is taken by consensus of those present; pressed twice it is taken once', async () => {
  const { secretariat, chair } = people
  await put(secretariat, 'A list of telephones', 'One list', 'The secretariat keeps one list of telephones on the quay.')
  const other = await browser.actor(demo.links.chair)
  await at(chair, meeting)
  await at(other, meeting)
  await sees(chair, /keeps one list of telephones/)
  await begin(chair, /^It was so decided/)
  await sees(chair, /It was so decided, and the decision has its number/)
  await begin(other, /^It was so decided/)
  await sees(other, /nothing was done twice/)
  const line = await chair.getByRole('link', { name: /^Decision 20\d\d\/\d+: One list$/ }).innerText()
  decision = line.match(/20\d\d\/\d+/)[0].replace('/', '-')
  await at(chair, `decisions/${decision}`)
  await sees(chair, /by consensus/)
  await sees(chair, /Harbour Welfare Federation/)
  await sees(chair, /UIH and MTN were absent/)
})

test('an objection of one that is present ends it', async () => {
  const { secretariat, chair } = people
  await put(secretariat, 'Berths for small boats', 'A fee for berths', 'Each port asks a fee.')
  await at(chair, meeting)
  await chair.getByRole('link', { name: /^An organisation objects/ }).click()
  await press(chair, 'Record the objection')
  await sees(chair, /Tick the organisations that object/)
  const names = await chair.locator('#objection label').allInnerTexts()
  assert.ok(names.some((name) => name.includes('HWF')) && !names.some((name) => name.includes('UIH') || name.includes('LLA')), names)
  await chair.locator('#objection label', { hasText: 'HWF' }).click()
  await chair.fill('[name=objection]', 'Small boats can’t pay.')
  await press(chair, 'Record the objection')
  await sees(chair, /The objection is recorded. It is not decided/)
  await sees(chair, /HWF objected/)
})

test('two people record the outcome of one item, and the second is told', async () => {
  const { secretariat, chair } = people
  for (const page of [secretariat, chair]) await item(page, 'Berths for small boats')
  await outcome(secretariat, 'concluded', 'Members heard each other.')
  await sees(secretariat, /The outcome is recorded/)
  await outcome(chair, 'took_note', 'The meeting took note of two views.')
  await sees(chair, /in the meantime/)
  assert.equal(await chair.inputValue('[name=summary]'), 'The meeting took note of two views.')
  await item(secretariat, 'A matter for later')
  await outcome(secretariat, 'deferred', 'Time was short.')
})

async function outcome(page, value, summary) {
  const form = page.locator('form[action$="/outcome"]')
  if (!await form.isVisible()) await unfold(page, /outcome|came of/i)
  const choice = form.locator(`[name=outcome][value=${value}]`)
  if (await choice.count()) await choice.check()
  else await form.locator('[name=outcome]').selectOption(value)
  await form.locator('[name=summary]').fill(summary)
  await form.getByRole('button').first().click()
}

test('an action follows, and the meeting closes', async () => {
  const page = people.secretariat
  await item(page, 'A list of telephones')
  await unfold(page, 'Open an action')
  await page.fill('[name=what]', 'Collect the telephones of twelve ports.')
  const hwf = (await page.locator('[name=lead] option').allInnerTexts()).find((label) => label.includes('HWF'))
  await page.selectOption('[name=lead]', { label: hwf })
  await page.locator('[name=due_kind][value=next_meeting]').check()
  await press(page, 'Open the action')
  await sees(page, /The action is open/)
  const line = await page.getByRole('link', { name: /Collect the telephones/ }).first().innerText()
  action = line.match(/20\d\d\/\d+/)[0].replace('/', '-')
  await at(page, meeting)
  await unfold(page, 'Close the meeting')
  await press(page, 'Close it for all')
  await sees(page, /The meeting is closed/)
})

test('minutes are circulated, a correction is asked for, a second edition follows', async () => {
  const page = people.secretariat
  await at(page, `${meeting}/minutes`)
  const areas = page.locator('textarea[name^=words_]')
  assert.ok((await areas.evaluateAll((all) => all.map((area) => area.value))).includes('Members heard each other.'))
  await begin(page, /^Circulate/)
  await sees(page, /The minutes are circulated/)
  const hwf = people['focal-point HWF']
  await at(hwf, 'today')
  await sees(hwf, new RegExp(`${title}: the minutes`))
  await at(hwf, `${meeting}/minutes`)
  await hwf.fill('[name=words]', 'HWF said that small boats can’t pay.')
  await press(hwf, 'Ask for this correction')
  await sees(hwf, /The correction is recorded/)
  await at(people['focal-point FDW'], `${meeting}/minutes`)
  assert.doesNotMatch(await text(people['focal-point FDW']), /HWF said that/)
  await at(page, `${meeting}/minutes`)
  await sees(page, /HWF said that small boats/)
  await unfold(page, 'Circulate edition 2')
  await areas.first().fill('The agenda was adopted; HWF said that small boats can’t pay.')
  await begin(page, /^Circulate/)
  await sees(page, /edition 2/)
})

test('one that was absent is told, and attaches a reservation', async () => {
  const page = people['focal-point UIH']
  await at(page, 'today')
  await sees(page, /One list/)
  await at(page, `decisions/${decision}`)
  await page.locator('[name=attachment][value=reservation]').check()
  await page.fill('[name=statement]', 'Islands keep their own list.')
  await page.locator('[name=publish]').check()
  await page.locator('form[action$="/attach"] button').click()
  await sees(page, /Your words are attached/)
})

test('the next meeting carries what is open and approves the minutes', async () => {
  const { secretariat, chair } = people
  later = await call(secretariat, 'Working level: the one after', await day(secretariat, 3))
  await secretariat.getByRole('link', { name: 'Draft agenda' }).click()
  const lines = await secretariat.locator('input[name^=title_]').evaluateAll((all) => all.map((line) => line.value))
  assert.ok(lines.includes('A matter for later'), lines)
  assert.ok(lines.some((line) => line.includes(title)), lines)
  await sees(secretariat, /Collect the telephones of twelve ports/)
  await begin(secretariat, /^Propose/)
  for (const advance of ['3 days']) await press(chair, advance)
  await at(chair, later)
  await press(chair, 'Open the meeting')
  await mark(chair, { BCA: 'representative', FDW: 'representative' })
  await press(chair, 'Adopt the agenda')
  await chair.getByRole('link', { name: new RegExp(`minutes.*${title}`, 'i') }).first().click()
  await begin(chair, /^Approve/)
  await sees(chair, /The minutes are approved/)
  await at(people['focal-point FDW'], `${meeting}/minutes`)
  await sees(people['focal-point FDW'], /approved/i)
})

test('whoever owns the action reports it done', async () => {
  const page = people['focal-point HWF']
  await at(page, `actions/${action}`)
  await page.fill('[name=report]', 'All twelve are on the list.')
  await page.fill('[name=evidence]', 'PGWS/2026/WP.99')
  await page.locator('button[formaction$="/done"]').click()
  await sees(page, /Recorded: it is done/)
  await at(people['focal-point FDW'], `actions/${action}`)
  assert.equal(await people['focal-point FDW'].locator('main form').count(), 0)
})

test('the note and the decision become public, with the reservation; nothing else does', async () => {
  const { secretariat, public: visitor } = people
  assert.equal((await at(visitor, `decisions/${decision}`)).status(), 404)
  for (let days = 0; days < 6; days += 3) await press(secretariat, '3 days')
  await at(secretariat, `decisions/${decision}`)
  await begin(secretariat, /public/i)
  await sees(secretariat, /The decision is public/)
  assert.equal((await at(visitor, `decisions/${decision}`)).status(), 200)
  await sees(visitor, /keeps one list of telephones/)
  await sees(visitor, /Islands keep their own list/)
  assert.doesNotMatch(await text(visitor), /Collect the telephones|Harbour Welfare/)
  await at(secretariat, `${meeting}/note`)
  await secretariat.fill('[name=title]', 'One list of telephones for twelve ports')
  await secretariat.fill('[name=lede]', 'The meeting agreed on one list.')
  await begin(secretariat, /public|issue/i)
  await sees(secretariat, /The note is public/)
  assert.equal((await at(visitor, meeting)).status(), 200)
  await sees(visitor, /One list of telephones for twelve ports/)
  await sees(visitor, /One decision, of procedural importance/)
  assert.doesNotMatch(await text(visitor), /Small boats|Members heard|Telephones on the quay/)
})
