// The desk on a large text: how long the server takes for each of its pages. Run by scripts/measure-desk.
import { press, sees, stage } from './steps.js'

const slug = 'large'
const returns = 30
const paragraphs = 300
const runs = 15

const journey = await stage(returns, paragraphs)
const { demo, people, at } = journey
const page = people.secretariat
try {
  for (let n = 1; n <= returns; n++) {
    await at(page, 'members')
    const form = page.locator('form[action$="/members/organisations"]')
    const folded = page.locator('details:has(form[action$="/members/organisations"]) > summary')
    if (await folded.count()) await folded.first().click()
    await form.locator('[name=organisation_name]').fill(`Organisation of number ${n}`)
    await form.locator('[name=organisation_short]').fill(`ORG${String(n).padStart(2, '0')}`)
    await form.getByRole('button').first().click()
    await page.getByText(`Organisation of number ${n}`).first().waitFor()
  }
  await at(page, 'texts/new')
  await page.fill('[name=title]', 'A large text')
  await page.fill('[name=slug]', slug)
  await page.selectOption('[name=penholder]', { index: 1 })
  await page.setInputFiles('[name=file]', journey.file('base.docx'))
  await press(page, 'Open the text')
  await press(page, 'Open the round')
  await sees(page, /The round is open/)
  await at(page, `texts/${slug}/drop`)
  const files = Array.from({ length: returns }, (_, n) => journey.file(`org${String(n + 1).padStart(2, '0')}.docx`))
  await page.setInputFiles('[name=files]', files)
  let begun = performance.now()
  await page.getByRole('button', { name: 'Open these files' }).click({ timeout: 120_000 })
  console.log(`${returns} files kept: ${Math.round(performance.now() - begun)} ms`)
  // The page asks again every second until all is read.
  await page.getByRole('button', { name: 'These are right' }).waitFor({ timeout: 120_000 })
  console.log(`read and proposed, to the second: ${Math.round(performance.now() - begun)} ms`)
  begun = performance.now()
  await page.getByRole('button', { name: 'These are right' }).click({ timeout: 120_000 })
  console.log(`placed and prepared: ${Math.round(performance.now() - begun)} ms`)
  begun = performance.now()
  await page.getByRole('button', { name: 'Enter these answers' }).click({ timeout: 300_000 })
  console.log(`entered: ${Math.round(performance.now() - begun)} ms`)
  await at(page, `texts/${slug}`)
  await press(page, 'Close the round now')
  await sees(page, /The round is closed/)
  await at(page, `texts/${slug}/comments`)
  begun = performance.now()
  await press(page, 'Freeze the comments')
  await sees(page, /The comments are frozen|Drafts of the penholder/)
  console.log(`frozen: ${Math.round(performance.now() - begun)} ms`)
  console.log((await page.locator('aside.panel').innerText()).split('\n').slice(0, 2).join(' '))
  const shown = (path) => `${demo.base}/practice/texts/${slug}/${path}`
  const figures = async (name, path) => {
    const times = []
    for (let n = 0; n < runs; n++) {
      const start = performance.now()
      const answer = await page.request.get(shown(path))
      await answer.body()
      times.push(performance.now() - start)
    }
    times.sort((a, b) => a - b)
    console.log(`${name}: median ${times[runs >> 1].toFixed(1)} ms, slowest ${times[runs - 1].toFixed(1)} ms`)
  }
  await figures('desk, first page', 'comments?show=all')
  await figures('desk, page 6', 'comments?show=all&page=6')
  await figures('desk, conflicts', 'comments?show=conflicts')
  await figures('desk, one organisation', 'comments?show=all&only=ORG07')
  const link = await page.getByRole('link', { name: /^Answer/ }).first().getAttribute('href')
  await figures('desk, one open form', link.replace(/.*\/large\//, ''))
  await figures('responses, all rows', 'responses')
} finally {
  await journey.close()
}
