// The desk with its module: answers in place, keys once they are switched on, further pages by scrolling, two at
// one desk. What it does, the page does without it too (main-job.test.js).
import { test, before, after } from 'node:test'
import assert from 'node:assert/strict'
import { press, sees, stage } from './steps.js'

const slug = 'desk-journey'
let journey, demo, people, at, desk

before(async () => {
  journey = await stage(3, 120)
  ;({ demo, people, at } = journey)
})

after(() => journey?.close())

const item = (n) => desk.locator('.desk .prop, .desk .note').nth(n)
const loads = (page) => page.evaluate(() => performance.timeOrigin)

test('a round is returned to and frozen', async () => {
  const page = people.secretariat
  await journey.openText(slug, 'A text at the desk')
  await press(page, 'Open the round')
  await sees(page, /The round is open/)
  for (const [who, name] of [['focal-point HWF', 'org01'], ['focal-point UIH', 'org02'], ['focal-point FDW', 'org03']]) {
    await at(people[who], `texts/${slug}/return`)
    await people[who].setInputFiles('[name=file]', journey.file(`${name}.docx`))
    await press(people[who], 'Read this file')
    await press(people[who], 'Send as our return')
    await sees(people[who], /Your comments are recorded/)
  }
  await at(page, `texts/${slug}`)
  await press(page, 'Close the round now')
  await sees(page, /The round is closed/)
  await at(page, `texts/${slug}/comments`)
  await press(page, 'Freeze the comments')
  await sees(page, /The comments are frozen/)
})

test('keys do nothing before they are switched on', async () => {
  desk = await journey.browser.actor(demo.links['focal-point FDW'], { script: true })
  const problems = []
  desk.on('pageerror', (error) => problems.push(String(error)))
  desk.on('console', (message) => { if (message.type() === 'error' && !message.text().includes('status of 422')) problems.push(message.text()) })
  desk.problems = problems
  await at(desk, `texts/${slug}/comments?show=all`)
  await desk.keyboard.press('j')
  await desk.keyboard.press('t')
  await sees(desk, /0 of \d+ answered/)
})

test('an answer is given in place, by key, and taken back', async () => {
  const button = desk.getByRole('button', { name: 'Use these keys' })
  await button.click()
  assert.equal(await button.getAttribute('aria-pressed'), 'true')
  const begun = await loads(desk)
  await desk.keyboard.press('j')
  await desk.keyboard.press('t')
  await desk.getByText(/^1 of \d+ answered/).waitFor()
  await item(0).getByText('taken', { exact: true }).waitFor()
  await desk.keyboard.press('u')
  await desk.getByText(/^0 of \d+ answered/).waitFor()
  await desk.keyboard.press('b')
  await item(0).getByText('in brackets').waitFor()
  assert.equal(await loads(desk), begun, 'the page was not loaded anew')
})

test('a reason is typed where one stands, and letters in it are letters', async () => {
  await desk.keyboard.press('j')
  await desk.keyboard.press('n')
  await desk.locator('[name=reason]:focus').waitFor()
  await desk.keyboard.type('Not but a matter of taste')
  await desk.getByRole('button', { name: 'Do not take' }).click()
  await item(1).getByText('Not but a matter of taste').waitFor()
  await item(1).getByText('not taken', { exact: true }).waitFor()
})

test('what is missing is said in place', async () => {
  await desk.keyboard.press('j')
  await desk.keyboard.press('n')
  await desk.locator('[name=reason]:focus').waitFor()
  await desk.getByRole('button', { name: 'Do not take' }).click()
  await desk.locator('.desk .problem').waitFor()
})

test('further pages come by scrolling', async () => {
  const paragraphs = desk.locator('.desk section.para')
  const before = await paragraphs.count()
  assert.ok(before <= 25)
  await desk.locator('.pager').scrollIntoViewIfNeeded()
  await desk.waitForFunction((n) => document.querySelectorAll('.desk section.para').length > n, before)
})

test('two at one desk meet, and nothing is lost', async () => {
  const other = await journey.browser.actor(demo.links.secretariat, { script: true })
  for (const page of [desk, other]) await at(page, `texts/${slug}/comments?show=open`)
  const first = (page) => page.locator('.desk .prop').first()
  for (const page of [desk, other]) {
    await first(page).locator('a.do').click()
    await first(page).locator('form').waitFor()
  }
  await first(desk).locator('[name=verdict][value=noted]').click()
  await desk.getByText(/^3 of \d+ answered/).waitFor()
  await first(other).locator('[name=reason]').fill('Mine, typed meanwhile.')
  await first(other).locator('[name=verdict][value=not_taken]').click()
  await other.getByText('Someone else answered this in the meantime.').waitFor()
  assert.equal(await other.inputValue('[name=reason]'), 'Mine, typed meanwhile.')
  assert.deepEqual(desk.problems, [])
})
