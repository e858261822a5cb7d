// The main job, from a draft to its publication, in a real browser with JavaScript off: secretariat, penholder
// and two more focal points, chair, head, observer and a visitor, each at a screen of their own.
import { test, before, after } from 'node:test'
import assert from 'node:assert/strict'
import { press, sees, stage, text } from './steps.js'
import { join } from 'node:path'

const slug = 'journey'
let journey, demo, browser, people, at

before(async () => {
  journey = await stage(3, 24)
  ;({ demo, browser, people, at } = journey)
})

after(() => journey?.close())


test('standard output is the contract', () => {
  assert.match(demo.lines[0], /^listening on http:\/\/127\.0\.0\.1:\d+$/)
  const roles = demo.lines.slice(1, -1).map((line) => line.split(' ').slice(0, -1).join(' '))
  assert.deepEqual(roles, ['secretariat', 'chair', 'focal-point FDW', 'focal-point HWF', 'focal-point UIH',
    'head OSR', 'observer LLA', 'public', 'public-icat'])
  assert.equal(demo.lines.at(-1), 'ready')
})

test('the secretariat opens a text and its round', async () => {
  const page = people.secretariat
  await journey.openText(slug, 'A statement made on a journey')
  await sees(page, /A statement made on a journey/)
  await page.fill('[name=instructions]', 'Please look at paragraph 4.')
  await press(page, 'Open the round')
  await sees(page, /The round is open/)
})

const senders = [['focal-point HWF', 'org01.docx'], ['focal-point UIH', 'org02.docx'], ['focal-point FDW', 'org03.docx']]

for (const [who, file] of senders) {
  test(`${who} returns a marked-up file and holds a receipt`, async () => {
    const page = people[who]
    await at(page, 'today')
    await sees(page, /A statement made on a journey/)
    await at(page, `texts/${slug}/return`)
    await page.setInputFiles('[name=file]', journey.file(file))
    await press(page, 'Read this file')
    await sees(page, /we read \d+ proposals/i)
    if (file === 'org02.docx') await sees(page, /not tracked/)
    await press(page, 'Send as our return')
    await sees(page, /Your comments are recorded/)
    await page.locator('.flash a').click()
    await sees(page, /act #\d/i)
  })
}

test('an organisation that was not asked has no way in', async () => {
  const answer = await at(people['observer LLA'], `texts/${slug}/return`)
  assert.equal(answer.status(), 404)
})

test('while the round runs, members do not see the returns of others', async () => {
  await at(people['head OSR'], `texts/${slug}/comments`)
  assert.doesNotMatch(await text(people['head OSR']), /shall/)
})

test('the round closes and its comments are frozen', async () => {
  const page = people.secretariat
  await at(page, `texts/${slug}`)
  await press(page, 'Close the round now')
  await at(page, `texts/${slug}/comments`)
  await press(page, 'Freeze the comments')
  await sees(page, /The comments are frozen/)
  await at(people['head OSR'], `texts/${slug}/comments`)
  await sees(people['head OSR'], /shall/)
  await sees(people['head OSR'], /FDW \(penholder\), HWF, UIH/)
})

test('the penholder answers every proposal; two at one proposal lose nothing', async () => {
  const penholder = people['focal-point FDW']
  const secretariat = people.secretariat
  await at(penholder, `texts/${slug}/comments?show=open`)
  await at(secretariat, `texts/${slug}/comments?show=open`)
  await penholder.getByRole('link', { name: /^Answer/ }).first().click()
  await secretariat.getByRole('link', { name: /^Answer/ }).first().click()
  await answer(penholder, 'taken')
  await answer(secretariat, 'not_taken', 'Agreed language says should.')
  await sees(secretariat, /in the meantime/i)
  assert.equal(await secretariat.inputValue('[name=reason]'), 'Agreed language says should.')
  let places = new Set()
  for (let left = 200; left > 0; left--) {
    await at(penholder, `texts/${slug}/comments?show=open`)
    const open = penholder.getByRole('link', { name: /^Answer/ })
    if (await open.count() === 0) break
    const place = await open.first().getAttribute('href')
    assert.ok(!places.has(place), `${place} stays open`)
    places.add(place)
    await open.first().click()
    // The first of those that exclude each other is taken, the others are not, with the reason.
    const clash = await penholder.locator('form:has([name=verdict])').locator('xpath=ancestor::*[contains(@class,"clash")]').count()
    if (clash) await answer(penholder, 'not_taken', 'Paragraph 4 stays as it was.')
    else await answer(penholder, 'taken')
  }
  await at(penholder, `texts/${slug}/responses`)
  await press(penholder, 'Issue the responses')
  await sees(penholder, /The responses are issued/)
})

async function answer(page, verdict, reason) {
  const form = page.locator('form:has([name=verdict])')
  if (reason) await form.locator('[name=reason]').fill(reason)
  const choice = form.locator(`[name=verdict][value=${verdict}]`)
  if (await choice.getAttribute('type') === 'radio') {
    await choice.check()
    await form.getByRole('button').first().click()
  } else {
    await choice.click()
  }
}

test('each sees what became of its own', async () => {
  const page = people['focal-point HWF']
  await at(page, `texts/${slug}/responses`)
  await page.getByRole('link', { name: 'One by one' }).click()
  await sees(page, /What became of your \d+ comments/)
  await sees(page, /taken/)
  await sees(page, /Paragraph 4 stays as it was/)
  await sees(page, /Asked by /)
  const word = await page.getByRole('link', { name: 'The same as a Word file' }).getAttribute('href')
  const answer = await page.request.get(demo.base + word)
  assert.equal(answer.status(), 200)
  assert.match(answer.headers()['content-type'], /wordprocessingml/)
  // The team sends each its own, without the names of colleagues; no other member has it.
  const team = people.secretariat
  await at(team, `texts/${slug}/responses`)
  await team.getByRole('link', { name: 'HWF', exact: true }).click()
  await sees(team, /What became of the \d+ comments of HWF/)
  assert.doesNotMatch(await text(team), /Asked by /)
  for (const path of [word, `/practice/texts/${slug}/responses/of/hwf`]) {
    assert.equal((await people['focal-point UIH'].request.get(demo.base + path)).status(), 404)
  }
  for (const name of ['dispositions.xlsx', 'dispositions.docx', 'covering.docx']) {
    const file = await people['head OSR'].request.get(`${demo.base}/practice/texts/${slug}/files/${name}`)
    assert.equal(file.status(), 200)
  }
})

test('the next version is tabled and put under silence', async () => {
  const page = people.secretariat
  await at(page, `texts/${slug}/responses`)
  await press(page, 'Table draft 1')
  await at(page, `texts/${slug}`)
  await sees(page, /The members shall meet each year/)
  await at(page, `texts/${slug}?from=1&to=2`)
  const redline = await page.getByRole('link', { name: /^Redline/ }).getAttribute('href')
  assert.equal((await page.request.get(demo.base + redline)).status(), 200)
  assert.equal((await page.request.get(`${demo.base}/practice/texts/${slug}/files/1-9.docx`)).status(), 404)
  await at(page, `texts/${slug}?since=1`)
  await sees(page, /Changed in draft 1/)
  await sees(page, /Unchanged since zero draft/)
  await at(page, `texts/${slug}`)
  const chair = people.chair
  await at(chair, `texts/${slug}/clearance`)
  await press(chair, 'Open the silence procedure')
  await sees(chair, /The silence procedure is open/)
})

async function say(page, name, fill = {}) {
  await at(page, `texts/${slug}/clearance`)
  await page.getByRole('link', { name }).first().click()
  for (const [field, value] of Object.entries(fill)) await page.fill(`[name=${field}]`, value)
  await press(page, 'See what you are about to say')
  await press(page, 'Say this')
}

test('an objection ends it; the chair restarts it', async () => {
  const page = people['focal-point UIH']
  await say(page, /We object/, { reason: 'Small harbours need more time to answer.' })
  await sees(page, /objection/i)
  const chair = people.chair
  await at(chair, `texts/${slug}/clearance`)
  await sees(chair, /Small harbours need more time/)
  await chair.fill('[name=note]', 'UIH is content after a talk.')
  await press(chair, 'Restart the procedure')
  await sees(chair, /The procedure is restarted/)
})

test('members answer; the deadline passes; the chair confirms', async () => {
  await say(people['focal-point HWF'], /^We agree\b(?!,)/)
  await sees(people['focal-point HWF'], /Your answer is recorded/)
  await press(people['focal-point HWF'], 'Withdraw our answer')
  await sees(people['focal-point HWF'], /If you do nothing/)
  await say(people['focal-point HWF'], /^We agree\b(?!,)/)
  await say(people['head OSR'], /with a statement or reservation/, { statement: 'OSR reads “complaint” widely.' })
  const chair = people.chair
  // The seeded texts have deadlines of their own: go past each until this one is over.
  for (let tries = 0; tries < 5; tries++) {
    await at(chair, `texts/${slug}/clearance`)
    if (await chair.getByRole('button', { name: 'Confirm the adoption' }).count()) break
    await press(chair, 'to the next deadline')
  }
  await press(chair, 'Confirm the adoption')
  await sees(chair, /decision \d{4}\/\d+/i)
})

test('it is endorsed and published, and the public reads it', async () => {
  const hwf = people['focal-point HWF']
  await at(hwf, `texts/${slug}/clearance`)
  await press(hwf, 'Stand behind this text')
  const visitor = people.public
  assert.equal((await at(visitor, `texts/${slug}`)).status(), 404)
  const page = people.secretariat
  await at(page, `texts/${slug}/clearance`)
  const anyway = page.locator('[name=publish_anyway]')
  if (await anyway.count()) await anyway.check()
  await press(page, 'Publish the text')
  assert.equal((await at(visitor, `texts/${slug}`)).status(), 200)
  await sees(visitor, /The members shall meet each year/)
  await sees(visitor, /Harbour Welfare Federation/)
  assert.doesNotMatch(await text(visitor), /Small harbours need more time|OSR reads/)
})

test('every step stands in the record, with a proof', async () => {
  const page = people.chair
  await at(page, 'record')
  await sees(page, /was published/)
  await sees(page, /was adopted, decision/)
  await page.goto(`${demo.base}/practice/record/receipts/3`)
  const proof = await page.request.get(`${demo.base}/practice/record/receipts/3.tlog-proof`)
  assert.match(await proof.text(), /^c2sp\.org\/tlog-proof@v1\nindex 2\n/)
})
