// A text begins on a page and is commented on without names, with JavaScript off.
import { test, before, after } from 'node:test'
import assert from 'node:assert/strict'
import { press, sees, stage, text } from './steps.js'

const slug = 'lamps'
let journey, people, at

before(async () => {
  journey = await stage(1, 31)
  ;({ people, at } = journey)
})

after(() => journey?.close())

test('a template gives its words, which are changed and looked at before the text is opened', async () => {
  const page = people.secretariat
  await at(page, 'texts/new')
  await page.fill('[name=title]', 'Joint statement on lamps')
  await page.fill('[name=slug]', slug)
  await press(page, 'Take its words into the field below')
  const words = await page.inputValue('[name=words]')
  assert.match(words, /^# What we ask$/m)
  await page.fill('[name=words]', `${words}\n3. Ports keep a lamp[^1].\n[^1]: A white one.`)
  await press(page, 'Show how it looks')
  await sees(page, /Ports keep a lamp\./)
  await page.locator('summary', { hasText: 'Symbol, what it goes with' }).click()
  await page.fill('[name=process]', 'Third review')
  await page.press('[name=title]', 'Enter')
  await sees(page, /The text is open/)
  await sees(page, /for Third review/)
})

test('a round without names says so to whoever answers', async () => {
  const page = people.secretariat
  await at(page, `texts/${slug}`)
  await page.getByLabel('without names', { exact: true }).check()
  await press(page, 'Open the round')
  await sees(page, /compiled without names/)
  const member = people['focal-point HWF']
  await at(member, `texts/${slug}/return`)
  await sees(member, /The others read what you send without your name/)
  await member.getByRole('link', { name: 'Go through the paragraphs' }).click()
  await member.getByRole('link', { name: /^Change or comment/ }).last().click()
  await member.fill('[name=words]', 'Ports keep two lamps.')
  await member.fill('[name=comment]', 'We could live with one.')
  await press(member, 'Keep this')
  await member.getByRole('link', { name: 'Look at all that you typed' }).first().click()
  await member.getByLabel('For the penholder alone').check()
  await press(member, 'Send as our return')
  await sees(member, /Your comments are recorded/)
})

test('others read numbers, the team reads names and what is for it alone', async () => {
  const page = people.secretariat
  await at(page, `texts/${slug}`)
  await press(page, 'Close the round now')
  await at(page, `texts/${slug}/comments`)
  await press(page, 'Freeze the comments')
  await at(page, `texts/${slug}/comments?show=all`)
  const team = await text(page)
  assert.match(team, /HWF, for the penholder alone: We could live with one\./)
  const other = people['focal-point UIH']
  await at(other, `texts/${slug}/comments?show=all`)
  const read = await text(other)
  assert.match(read, /Organisation \d+/)
  assert.match(read, /two lamps/)
  assert.doesNotMatch(read, /HWF|live with one/)
  const own = people['focal-point HWF']
  await at(own, `texts/${slug}/comments?show=all`)
  assert.match(await text(own), /HWF, for the penholder alone/)
})
