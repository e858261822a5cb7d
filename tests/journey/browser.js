// A real browser, with JavaScript off unless a journey is about it. Each actor has a context of its own, as people have machines of their own.
import { chromium } from 'playwright-core'

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'
const quiet = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
]

export async function startBrowser() {
  const browser = await chromium.launch({ executablePath, headless: true, args: quiet })
  return {
    /** A person at a screen of their own; a phone is 375 px wide. */
    async actor(link, { phone = false, script = false, zone } = {}) {
      const context = await browser.newContext({
        javaScriptEnabled: script,
        acceptDownloads: true,
        timezoneId: zone,
        viewport: phone ? { width: 375, height: 800 } : { width: 1280, height: 900 },
      })
      const page = await context.newPage()
      page.setDefaultTimeout(15_000)
      if (link) await page.goto(link)
      return page
    },
    close: () => browser.close(),
  }
}
