/** Takes a blockquote out of sight that has its card: it stays where its page, React or Vue look for it. */
export function hide(quotation: HTMLElement): void {
  // Copies of a page bring its cards with them; the copy of a quotation is to be no snippet again.
  quotation.classList.remove('khabar-card');
  quotation.hidden = true;
  // Past what pages say of all quotations.
  quotation.style.setProperty('display', 'none', 'important');
}
