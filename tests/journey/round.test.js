// A round as people live it, with JavaScript off: more time asked and given, words typed by paragraph, a
// colleague's file, a second return, and what reached the secretariat by mail.
import { test, before, after } from 'node:test'
import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { press, sees, stage } from './steps.js'

const slug = 'round-journey'
let journey, demo, browser, people, at

before(async () => {
  journey = await stage(3, 30)
  ;({ demo, browser, people, at } = journey)
  writeFileSync(journey.file('message.eml'), 'From: post@osr.example\n\nOur comments are in the file.\n')
})

after(() => journey?.close())

test('the secretariat opens a round in which late answers count', async () => {
  const page = people.secretariat
  await journey.openText(slug, 'A round on a journey')
  await page.check('[name=late]')
  await press(page, 'Open the round')
  await sees(page, /Answers still count after the deadline/)
})

test('a focal point asks for more time with one press, and gets it', async () => {
  const page = people['focal-point UIH']
  await at(page, `texts/${slug}/return`)
  await press(page, 'Ask for more time')
  await sees(page, /You asked for more time/)
  await at(people['focal-point HWF'], `texts/${slug}`)
  assert.doesNotMatch(await people['focal-point HWF'].locator('main').innerText(), /more time/)
  const secretariat = people.secretariat
  await at(secretariat, `texts/${slug}`)
  await sees(secretariat, /One organisation asks for more time: UIH/)
  await secretariat.locator('summary', { hasText: 'Give more time' }).click()
  const day = new Date(Date.parse(await secretariat.inputValue('[name=date]')) - 86_400_000)
  await secretariat.fill('[name=date]', day.toISOString().slice(0, 10))
  await press(secretariat, 'Move the deadline')
  await sees(secretariat, /only ever moves to a later moment/)
  const later = new Date(day.getTime() + 4 * 86_400_000).toISOString().slice(0, 10)
  await secretariat.fill('[name=date]', later)
  await press(secretariat, 'Move the deadline')
  await sees(secretariat, /The deadline is moved/)
  await sees(secretariat, /Extended; it would have closed/)
})

test('words are typed by paragraph, shown against the draft, and sent', async () => {
  const page = people['focal-point UIH']
  await at(page, `texts/${slug}/return`)
  await page.getByRole('link', { name: 'Go through the paragraphs' }).click()
  await page.getByRole('link', { name: /^Change or comment/ }).nth(3).click()
  const own = await page.inputValue('[name=words]')
  await page.fill('[name=words]', `${own} Each case is written down.`)
  await page.fill('[name=comment]', 'Who reads them?')
  await press(page, 'Keep this')
  assert.equal(await page.locator('ins', { hasText: 'Each case is written down.' }).count(), 1)
  await sees(page, /Who reads them\?/)
  await page.getByRole('link', { name: 'Look at all that you typed' }).first().click()
  await sees(page, /You typed 1 proposal and 1 comment/)
  await press(page, 'Send as our return')
  await sees(page, /Your comments are recorded/)
})

test('a second return tells what each way would lose', async () => {
  const page = people['focal-point UIH']
  await at(page, `texts/${slug}/return`)
  await page.setInputFiles('[name=file]', journey.file('org01.docx'))
  await press(page, 'Read this file')
  await sees(page, /What becomes of the answer that we hold/)
  await sees(page, /2 things would not be asked for any more/)
  await page.check('[name=mode][value=adds]')
  await press(page, 'Send as our return')
  await sees(page, /Your comments are recorded/)
})

test("a colleague's file joins the one that waits", async () => {
  const page = people['focal-point HWF']
  await at(page, `texts/${slug}/return`)
  await page.setInputFiles('[name=file]', journey.file('org02.docx'))
  await press(page, 'Read this file')
  await sees(page, /we read \d+ proposals/)
  await at(page, `texts/${slug}/return`)
  await page.setInputFiles('[name=file]', journey.file('org03.docx'))
  await page.check('[name=add]')
  await press(page, 'Read this file')
  await sees(page, /In org02\.docx \+ org03\.docx we read/)
  await press(page, 'Send as our return')
  await sees(page, /Your comments are recorded/)
})

test('a reviewer prepares, and a focal point sends', async () => {
  const page = people.secretariat
  await at(page, 'members')
  const folded = page.locator('details:has(form[action$="/members/seats"]) > summary')
  if (await folded.count()) await folded.first().click()
  const form = page.locator('form[action$="/members/seats"]')
  const labels = await form.locator('[name=organisation] option').allInnerTexts()
  await form.locator('[name=organisation]').selectOption({ label: labels.find((label) => label.includes('(UIH)')) })
  await form.locator('[name=person_name]').fill('Reed Fennel')
  await form.locator('[name=seat]').selectOption('reviewer')
  await form.getByRole('button').first().click()
  const link = (await page.locator('body').innerText()).match(/https?:\/\/\S+\/signin\/\S+/)[0]
  const reviewer = await journey.browser.actor(link)
  await reviewer.getByRole('button').first().click()
  await at(reviewer, `texts/${slug}`)
  await reviewer.getByRole('link', { name: 'Prepare our comments' }).click()
  await sees(reviewer, /You prepare the answer/)
  assert.equal(await reviewer.getByRole('button', { name: 'We have no comments' }).count(), 0)
  await reviewer.setInputFiles('[name=file]', journey.file('org02.docx'))
  await press(reviewer, 'Read this file')
  await sees(reviewer, /we read \d+ proposals/)
  assert.equal(await reviewer.getByRole('button', { name: 'Send as our return' }).count(), 0)
  const focal = people['focal-point UIH']
  await at(focal, `texts/${slug}/return`)
  await sees(focal, /org02\.docx was read and waits/)
  await at(focal, `texts/${slug}/return/check`)
  await focal.check('[name=mode][value=adds]')
  await press(focal, 'Send as our return')
  await sees(focal, /Your comments are recorded/)
})

test('the secretariat enters what came by mail, on evidence', async () => {
  const page = people.secretariat
  await at(page, `texts/${slug}`)
  await page.getByRole('link', { name: /answer of OSR/ }).click()
  await sees(page, /Enter the answer of OSR/)
  assert.equal(await page.getByRole('button', { name: 'Read this file' }).count(), 0, 'evidence comes first')
  await page.setInputFiles('[name=evidence_file]', journey.file('message.eml'))
  await press(page, 'Keep this')
  await sees(page, /came by mail/)
  await page.setInputFiles('[name=file]', journey.file('org03.docx'))
  await press(page, 'Read this file')
  await sees(page, /You enter the answer of/)
  await press(page, 'Enter as its answer')
  await sees(page, /The answer is entered/)
  await at(page, `texts/${slug}`)
  await sees(page, /came by mail/)
  // The organisation sees it, with the message; others see neither.
  const head = people['head OSR']
  await at(head, `texts/${slug}/return`)
  await sees(head, /The secretariat entered it; it came by mail/)
  await at(head, 'today')
  await sees(head, /the secretariat entered an answer of yours/)
  const evidence = `${demo.base}/practice/texts/${slug}/evidence/osr`
  assert.equal((await head.request.get(evidence)).status(), 200)
  assert.equal((await people['focal-point HWF'].request.get(evidence)).status(), 404)
  await at(people['focal-point HWF'], 'record')
  await sees(people['focal-point HWF'], /whose it is, is shown when the round is over/)
})

test('a head gets one page, with what the own office says and nobody else reads', async () => {
  const page = people['focal-point HWF']
  await at(page, `texts/${slug}`)
  await page.getByRole('link', { name: 'One page for our head' }).click()
  await sees(page, /Comments on .*, until/)
  await page.fill('[name=recommendation]', 'Agree, with paragraph 4 as it is.')
  await page.fill('[name=red_lines]', 'No fee, ever: xyzzy.')
  await press(page, 'Keep this')
  await sees(page, /No fee, ever: xyzzy\./)
  const file = `${demo.base}/practice/texts/${slug}/brief.docx`
  assert.equal((await page.request.get(file)).status(), 200)
  for (const who of ['secretariat', 'focal-point UIH', 'head OSR', 'chair']) {
    await at(people[who], `texts/${slug}/brief`)
    assert.doesNotMatch(await people[who].locator('body').innerText(), /xyzzy/, who)
  }
  await at(people['observer LLA'], `texts/${slug}/brief`)
  await sees(people['observer LLA'], /Nothing is asked of our organisation now/)
})

test('two colleagues at one brief lose nothing', async () => {
  const one = people['focal-point HWF']
  const other = await journey.browser.actor(demo.links['focal-point HWF'])
  for (const page of [one, other]) {
    await at(page, `texts/${slug}/brief`)
    await page.locator('summary', { hasText: 'Write or change it' }).click()
  }
  await one.fill('[name=recommendation]', 'The first.')
  await press(one, 'Keep this')
  await sees(one, /The first\./)
  await other.fill('[name=recommendation]', 'The second.')
  await press(other, 'Keep this')
  await sees(other, /A colleague wrote in the meantime/)
  await sees(other, /The first\./)
  assert.equal(await other.inputValue('[name=recommendation]'), 'The second.')
  await press(other, 'Keep this')
  assert.doesNotMatch(await other.locator('main').innerText(), /in the meantime/)
  await sees(other, /The second\./)
})
