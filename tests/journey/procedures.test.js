// A silence procedure with all that happens on its way, with JavaScript off: more time, a message that came at
// ten minutes to five and is entered the next morning, a restart, two chairs who adopt together, an annulment.
import { test, before, after } from 'node:test'
import assert from 'node:assert/strict'
import { press, sees, stage, text } from './steps.js'

const clearance = 'texts/inspection-task-team/clearance'
const closed = /Closed; no objection/
let journey, people, at, deadline

before(async () => {
  journey = await stage(1, 12)
  ;({ people, at } = journey)
})

after(() => journey?.close())

/** Opens the part of the page behind these words, fills in what is given, and presses its button. */
async function steer(page, words, fields = {}) {
  await at(page, clearance)
  await page.locator('summary', { hasText: words }).click()
  for (const [name, value] of Object.entries(fields)) await page.fill(`[name=${name}]`, value)
  await press(page, words)
}

/** Lets the demonstration's time pass until the page of the clearance says so. */
async function passes(page, until) {
  for (let times = 0; times < 8; times += 1) {
    await at(page, clearance)
    if (until.test(await text(page))) return
    await press(page, 'to the next deadline')
  }
  await sees(page, until)
}

test('a focal point asks for more time with one press, and the chair extends', async () => {
  const member = people['focal-point HWF']
  await at(member, clearance)
  await press(member, 'We need more time')
  await sees(member, /You have asked for more time/)
  const chair = people.chair
  await at(chair, 'today')
  await sees(chair, /the procedure waits for you/)
  await at(chair, clearance)
  await chair.locator('summary', { hasText: 'Extend the procedure' }).click()
  deadline = await chair.inputValue('[name=date]')
  await chair.fill('[name=time]', '17:00')
  await press(chair, 'Extend the procedure')
  await sees(chair, /The procedure is extended/)
  await at(member, clearance)
  await sees(member, /Extended on .* by BCA/)
})

test('what the observer may not do it is not offered', async () => {
  const observer = people['observer LLA']
  await at(observer, clearance)
  assert.doesNotMatch(await text(observer), /Steer the procedure|We need more time/)
  const answer = await at(observer, `${clearance}/enter`)
  assert.equal(answer.status(), 404)
})

test('an objection mailed at ten to five is entered the next morning, and counts', async () => {
  const page = people.secretariat
  await passes(page, closed)
  await press(page, '1 day')
  await at(page, `${clearance}/enter`)
  const options = await page.locator('[name=organisation] option').allInnerTexts()
  await page.selectOption('[name=organisation]', { label: options.find((label) => label.includes('UIH')) })
  await page.selectOption('[name=position]', { label: 'It objects' })
  await page.fill('[name=reason]', 'We cannot join paragraph 3.')
  await page.fill('[name=date]', deadline)
  await page.fill('[name=time]', '16:50')
  await press(page, 'Enter it')
  await sees(page, /The position is entered/)
  await sees(page, /We cannot join paragraph 3\./)
  const union = people['focal-point UIH']
  await at(union, clearance)
  await sees(union, /objected/)
})

test('a second organisation takes the chair beside the first', async () => {
  const page = people.secretariat
  await at(page, 'members')
  await page.selectOption('[name=office]', 'co_chair')
  const options = await page.locator('[name=office_organisation] option').allInnerTexts()
  await page.selectOption('[name=office_organisation]', { label: options.find((label) => label.includes('HWF')) })
  await press(page, 'Give the office')
  await sees(page, /HWF/)
})

test('the chair restarts it, and both chairs adopt together', async () => {
  const chair = people.chair
  await at(chair, clearance)
  await chair.fill('[name=note]', 'The Union has withdrawn its objection.')
  await press(chair, 'Restart the procedure')
  await sees(chair, /The procedure is restarted/)
  await passes(people.secretariat, closed)
  await at(chair, clearance)
  await press(chair, 'Confirm the adoption')
  await sees(chair, /Your yes is recorded/)
  await sees(chair, /You agreed to the adoption/)
  const other = people['focal-point HWF']
  await at(other, clearance)
  await press(other, 'Confirm the adoption')
  await sees(other, /Adopted/)
})

test('a deadline is told by the clock of a reader elsewhere, too', async () => {
  const link = journey.demo.links['head OSR']
  const [far, near] = [
    await journey.browser.actor(link, { script: true, zone: 'Asia/Tokyo' }),
    await journey.browser.actor(link, { script: true, zone: 'Europe/Lisbon' }),
  ]
  for (const page of [far, near]) await at(page, 'texts/recruitment-fees')
  await sees(far, /by your clock/)
  assert.doesNotMatch(await text(near), /by your clock/)
})
