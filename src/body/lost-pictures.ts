/** The description of a picture, as words: Chromium and WebKit mark a picture without a file as broken. */
export function describe(picture: Element): HTMLElement {
  const words = document.createElement('span');
  words.dir = 'auto';
  words.textContent = picture.getAttribute('alt');
  return words;
}

/**
 * Tries what else a picture that did not load has: the other files of its <picture>, then its own address without
 * `srcset`. In the end its description takes its place.
 */
export function retryPicture({ target }: Event): void {
  const picture = target as Element;
  if (picture.localName !== 'img') return;
  const sources = picture.closest('picture')?.querySelectorAll('source') ?? [];
  const [srcset, src] = [picture.getAttribute('srcset'), picture.getAttribute('src')];
  if (sources.length > 0) for (const source of sources) source.remove();
  else if (srcset && src) {
    // Not by removing it: Chromium would keep the density of the candidate that failed.
    picture.setAttribute('srcset', src);
    picture.removeAttribute('src');
  } else if (picture.getAttribute('alt')) {
    const words = describe(picture);
    words.className = `alt ${picture.className}`;
    picture.replaceWith(words);
  }
}
