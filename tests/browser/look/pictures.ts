/** Compares what is on the screen with the pictures in screenshots/, which a person has looked at. */
import { screenshot } from '../support/commands.js';

/**
 * Both are made four times smaller first: how an edge is smoothed differs from one version of Chromium to the next, and
 * goes with the averaging. What is left is where things stand, and how large and how dark they are.
 */
const SCALE = 4;
/** Of 255, in one channel of a pixel of the smaller picture. */
const VISIBLE = 24;
/** Share of pixels that may differ visibly: a line of text that moves by two pixels is more. */
const TOLERANCE = 0.004;

/**
 * @param keep whether this is how it should look, to be kept by a run that is asked to
 * @throws Error that says how much differs, and where the picture of now is
 */
export async function expectPicture(name: string, element: Element, keep = true): Promise<void> {
  const { left, top, width, height } = element.getBoundingClientRect();
  const clip = { x: left + scrollX, y: top + scrollY, width, height };
  const { file, png, isKept } = await screenshot(`${name}.png`, clip, keep);
  if (isKept) return;
  const address = new URL(`screenshots/${name}.png`, import.meta.url);
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${name}.png is missing; UPDATE_SCREENSHOTS=1 writes it.`);
  const before = await pixels(await answer.blob());
  const now = await pixels(await (await fetch(`data:image/png;base64,${png}`)).blob());
  if (before.width !== now.width || Math.abs(before.height - now.height) > 1)
    throw new Error(`${name} is ${now.width}×${now.height} by four, it was ${before.width}×${before.height}: ${file}`);
  const share = difference(before.data, now.data);
  if (share > TOLERANCE) throw new Error(`${(share * 100).toFixed(2)} % of ${name} looks different: ${file}`);
}

async function pixels(picture: Blob): Promise<ImageData> {
  const whole = await createImageBitmap(picture);
  const [width, height] = [Math.round(whole.width / SCALE), Math.round(whole.height / SCALE)];
  const small = await createImageBitmap(whole, { resizeWidth: width, resizeHeight: height, resizeQuality: 'high' });
  const context = new OffscreenCanvas(width, height).getContext('2d')!;
  context.drawImage(small, 0, 0);
  return context.getImageData(0, 0, width, height);
}

/** Share of pixels in which some channel differs visibly. */
export function difference(one: Uint8ClampedArray, other: Uint8ClampedArray): number {
  let differing = 0;
  for (let pixel = 0; pixel < one.length; pixel += 4) {
    const differs = [0, 1, 2].some(
      (channel) => Math.abs(one[pixel + channel]! - (other[pixel + channel] ?? 0)) > VISIBLE,
    );
    if (differs) differing++;
  }
  return differing / (one.length / 4);
}
