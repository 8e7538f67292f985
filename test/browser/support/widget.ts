import type { Locator, Page } from 'playwright-core';

/** What a reader does with the widget, in the words of the page. */
export class Widget {
  readonly root: Locator;

  constructor(readonly page: Page) {
    this.root = page.locator('moderato-comments');
  }

  /** Opens an article and waits until it can be commented on. */
  static async open(page: Page, address: string): Promise<Widget> {
    const widget = new Widget(page);
    await page.goto(address);
    await widget.field.waitFor();
    return widget;
  }

  /** The field for a new comment. */
  get field(): Locator {
    return this.root.locator('#text-new');
  }

  get postButton(): Locator {
    return this.root.locator('form.composer').first().locator('button.primary');
  }

  /** The live bar. */
  get fresh(): Locator {
    return this.root.locator('.fresh button');
  }

  async post(text: string): Promise<void> {
    await this.field.fill(text);
    await this.postButton.click();
  }

  /** The comment with that text. */
  comment(text: string): Locator {
    return this.root.locator('article').filter({ hasText: text });
  }

  /** The texts of all comments, from top to bottom. */
  bodies(): Promise<string[]> {
    return this.root.locator('article .body').allInnerTexts();
  }

  /** Waits until the reader's own comment stands there. */
  async status(text: string, status: string): Promise<void> {
    await this.comment(text).locator(`[data-status="${status}"]`).waitFor();
  }
}
