// A vote in writing after an objection, with JavaScript off: the group's rules allow it, the chair puts the text
// to the vote, members vote by name (one on a phone, one by mail), an observer watches, the chair confirms.
import { test, before, after } from 'node:test'
import assert from 'node:assert/strict'
import { press, sees, stage, text } from './steps.js'

const clearance = 'texts/inspection-task-team/clearance'
let journey, people, at

before(async () => {
  journey = await stage(1, 12)
  ;({ people, at } = journey)
})

after(() => journey?.close())

async function rule(page, words, value) {
  await at(page, 'rules')
  const row = page.locator('li.row', { hasText: words })
  await row.locator('summary').click()
  const select = row.locator('select')
  if (await select.count()) await select.selectOption(value)
  else await row.locator('input[type=number]').fill(value)
  await row.getByRole('button', { name: 'Set the rule' }).click()
  await sees(page, /The rule is set/)
}

async function vote(page, choice, button = 'Vote') {
  await at(page, clearance)
  await page.getByLabel(choice, { exact: true }).check()
  await press(page, button)
  await sees(page, /Your vote is recorded/)
}

test('a group that agrees has no votes until its rules say so', async () => {
  await at(people.chair, clearance)
  assert.doesNotMatch(await text(people.chair), /Put it to the vote/)
  await rule(people.secretariat, 'decides by vote', 'on')
  await rule(people.secretariat, 'Percent of the members that must take part in a vote', '30')
})

test('after an objection the chair puts the text to the vote', async () => {
  const member = people['focal-point HWF']
  await at(member, `${clearance}?say=objects`)
  await member.fill('[name=reason]', 'Paragraph 3 goes too far.')
  await member.locator('form button.main').first().click()
  await member.locator('button[value=confirm]').click()
  await sees(member, /objected/)
  const chair = people.chair
  await at(chair, clearance)
  await chair.locator('summary', { hasText: 'Put it to the vote' }).click()
  await chair.locator('#open-vote [name=note]').fill('The group could not agree on paragraph 3.')
  await press(chair, 'Open the vote')
  await sees(chair, /The vote is open/)
})

test('members vote by name, change their word, and see their own alone', async () => {
  const member = people['focal-point FDW']
  await at(member, 'today')
  await sees(member, /Vote on/)
  await vote(member, 'In favour')
  assert.doesNotMatch(await text(member), /Who said what/)
  await vote(people['focal-point HWF'], 'In favour')
  await vote(people['focal-point HWF'], 'Against', 'Change our vote')
  await vote(people['focal-point UIH'], 'In favour')
  const observer = people['observer LLA']
  await at(observer, clearance)
  await sees(observer, /votes on draft/)
  assert.equal(await observer.locator('[name=choice]').count(), 0)
})

test('a head votes on its own page', async () => {
  await vote(people['head OSR'], 'In favour')
  await sees(people['head OSR'], /Your vote/)
})

test('a vote that came by mail is entered', async () => {
  const page = people.secretariat
  await at(page, `${clearance}/vote/enter`)
  const options = await page.locator('[name=organisation] option').allInnerTexts()
  await page.selectOption('[name=organisation]', { label: options.find((label) => label.includes('NPC')) })
  await page.getByLabel('Abstains', { exact: true }).check()
  await press(page, 'Enter it')
  await sees(page, /The vote is entered/)
})

test('the deadline closes it, the chair confirms, and all inside see who said what', async () => {
  const page = people.secretariat
  await press(page, 'to the next deadline')
  for (let times = 0; times < 6; times += 1) {
    await at(page, clearance)
    if (/Carried/.test(await text(page))) break
    await press(page, 'to the next deadline')
  }
  await sees(page, /3 in favour, 1 against, 1 abstaining/)
  const chair = people.chair
  await at(chair, 'today')
  await sees(chair, /A vote carried/)
  await at(chair, clearance)
  await press(chair, 'Confirm the adoption')
  await sees(chair, /By vote, confirmed by the chair/)
  const observer = people['observer LLA']
  await at(observer, clearance)
  await sees(observer, /Who said what/)
  await at(observer, 'decisions')
  await sees(observer, /by vote/)
})
