// The stage of a journey, and what all of them do on a page.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startBrowser } from './browser.js'
import { startDemo, returnsMaker } from './demo.js'

/** A demonstration with a browser window for each of its roles, and Word files: a base and so many returns on it. */
export async function stage(returns, paragraphs) {
  const files = mkdtempSync(join(tmpdir(), 'journey-'))
  execFileSync(returnsMaker, [files, String(returns), String(paragraphs)])
  const demo = await startDemo()
  const browser = await startBrowser()
  const people = {}
  for (const [role, link] of Object.entries(demo.links)) {
    people[role] = await browser.actor(link, { phone: role === 'focal-point UIH' })
  }
  const close = async () => {
    await browser.close()
    await demo.stop()
    rmSync(files, { recursive: true })
  }
  const at = (page, path) => page.goto(`${demo.base}/practice/${path}`)
  const file = (name) => join(files, name)
  /** The secretariat opens a text with the base as its first version, and is at its page. */
  const openText = async (slug, title) => {
    const page = people.secretariat
    await at(page, 'texts/new')
    await page.fill('[name=title]', title)
    await page.fill('[name=slug]', slug)
    await page.selectOption('[name=penholder]', { label: await optionOf(page, 'penholder', 'FDW') })
    await page.setInputFiles('[name=file]', file('base.docx'))
    await press(page, 'Open the text')
  }
  return { demo, browser, people, at, file, openText, close }
}

export const press = (page, name) => page.getByRole('button', { name, exact: true }).click()
export const text = (page) => page.locator('main').innerText()

/** Waits until the page says so: a press leads to another page in its own time. */
export async function sees(page, words) {
  for (const end = Date.now() + 10_000; Date.now() < end;) {
    if (words.test(await text(page).catch(() => ''))) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  assert.match(await text(page), words)
}

/** The label of the option of a select that names an organisation. */
async function optionOf(page, select, short) {
  const labels = await page.locator(`[name=${select}] option`).allInnerTexts()
  return labels.find((label) => label.includes(short))
}
