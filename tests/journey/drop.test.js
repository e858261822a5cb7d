// A secretariat alone: nineteen mails and files in, one compilation out, nobody else signed up. JavaScript off.
import { test, before, after } from 'node:test'
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { press, sees, stage, text } from './steps.js'

const slug = 'drop-journey'
let journey, demo, people, at
const files = []

/** A mail, with a Word file or not. */
function mail(name, from, body, attached) {
  const lines = [
    `From: ${from}`, 'To: secretariat@practice.example', `Subject: ${name}`, 'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=edge', '',
    '--edge', 'Content-Type: text/plain; charset=utf-8', '', body,
  ]
  if (attached) {
    lines.push('--edge', 'Content-Type: application/octet-stream', 'Content-Transfer-Encoding: base64',
      `Content-Disposition: attachment; filename="${attached}"`, '',
      readFileSync(journey.file(attached)).toString('base64'))
  }
  lines.push('--edge--', '')
  return lines.join('\r\n')
}

before(async () => {
  journey = await stage(6, 24)
  ;({ demo, people, at } = journey)
  const keep = (name, content) => { writeFileSync(journey.file(name), content); files.push(journey.file(name)) }
  // Each organisation of the practice group that was asked, but the secretariat's own.
  const short = ['bca', 'fdw', 'hwf', 'iol', 'npc', 'osr']
  short.forEach((org, n) => keep(`${org}.eml`, mail(`${org} on the draft`, `post@${org}.example`, 'Please see the file.', `org0${n + 1}.docx`)))
  keep('uih.eml', mail('Draft', 'Ada <ada@uih.example>', 'Dear all,\nPara 2: how long?\nPara 3: why not yearly?'))
  keep('mtn.eml', mail('Draft', 'post@mtn.example', 'We have no comments.'))
  keep('rfc.eml', mail('Draft', 'post@rfc.example', 'This is not within our mandate.'))
  mkdirSync(journey.file('more'))
  for (let n = 0; n < 8; n++) writeFileSync(journey.file(`more/${n}.eml`), mail(`Reminder ${n}`, 'post@hwf.example', `Para ${n + 4}: a remark of number ${n}.`))
  execFileSync('python3', ['-m', 'zipfile', '-c', journey.file('more.zip'), journey.file('more')])
  files.push(journey.file('more.zip'))
  keep('letter.doc', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))
})

after(() => journey?.close())

test('the secretariat opens a round', async () => {
  const page = people.secretariat
  await journey.openText(slug, 'A text whose comments come by mail')
  await press(page, 'Open the round')
  await sees(page, /The round is open/)
})

test('all that came is dropped at once and proposed', async () => {
  const page = people.secretariat
  await at(page, `texts/${slug}`)
  await page.getByRole('link', { name: 'Drop what came by mail' }).click()
  await page.setInputFiles('[name=files]', files)
  await press(page, 'Open these files')
  // Until all is read the page tells how far it is, and goes on by itself.
  await sees(page, /To be placed/)
  await sees(page, /more\.zip/)
  await sees(page, /Says that there are no comments/)
  await sees(page, /Says that it is not in the mandate/)
  await sees(page, /Marked-up file: \d+ proposals/)
  await sees(page, /Word file of the old kind/)
  await sees(page, /Proposed by the address/)
})

test('a person confirms each proposal, and only then is it prepared', async () => {
  const page = people.secretariat
  await at(page, `texts/${slug}`)
  await sees(page, /0 of \d+ answered/)
  await at(page, `texts/${slug}/drop`)
  await press(page, 'These are right')
  await sees(page, /Ready to be entered/)
  // The old letter is no answer: it waits for a decision.
  assert.equal(await page.locator('#things li').count(), 1)
  await page.locator('#things select').nth(1).selectOption('leave_out')
  await press(page, 'These are right')
  await sees(page, /Nothing waits to be placed/)
})

test('what was held by one is entered for all, and compiled', async () => {
  const page = people.secretariat
  await press(page, 'Enter these answers')
  await sees(page, /The answers are entered/)
  await at(page, `texts/${slug}`)
  await sees(page, /9 of \d+ answered, 1 of them without comments/)
  await press(page, 'Close the round now')
  await sees(page, /The round is closed/)
  await at(page, `texts/${slug}/comments`)
  await press(page, 'Freeze the comments')
  await sees(page, /The comments are frozen/)
  await sees(page, /how long\?/)
  const word = await page.getByRole('link', { name: 'All comments in one Word file' }).getAttribute('href')
  assert.equal((await page.request.get(demo.base + word)).status(), 200)
})

test('the drop is the secretariat\'s alone', async () => {
  for (const who of ['focal-point HWF', 'focal-point FDW', 'observer LLA']) {
    const answer = await at(people[who], `texts/${slug}/drop`)
    assert.equal(answer.status(), 404, who)
  }
  assert.doesNotMatch(await text(people['focal-point HWF']), /Drop what came/)
})
