import { expect } from 'chai';
import { hidesByStyle } from '../../../src/hidden/hidden-style.js';
import { expectLinear, SERIES_TIMEOUT } from '../../unit/support/linear.js';

describe('A style that keeps text from readers', () => {
  for (const style of [
    ...[
      'display:none',
      'DISPLAY : None !important',
      'display:none;display:nonsense',
      'display:none!important;display:block',
    ],
    ...[
      'color:red;;display:none;',
      'd\\69splay:none',
      'display:\\6eone',
      '/* x */display/**/:/**/none/*',
      'content:";";display:none',
    ],
    ...['visibility:hidden', 'visibility: collapse', 'content-visibility:hidden'],
    ...[
      'opacity:0',
      'opacity:.0',
      'opacity:0%',
      'opacity:0.01',
      'opacity:1%',
      'filter:opacity(0)',
      'filter: opacity( 0% ) blur(1px)',
    ],
    ...['font-size:0', 'font-size:0px', 'font-size:1px', 'font-size:0.01em', 'font:0/0 a', 'font: 0px Arial'],
    ...['text-indent:-9999px', 'text-indent:-100%', 'margin-left:-9999px', 'margin:0 0 0 -2000px', 'margin-top:-999em'],
    ...['transform:scale(0)', 'transform:scaleX(0)', 'transform: rotate(1deg) scale(0, 1)'],
    ...['transform:translateX(-9999px)', 'transform:translate(-100em, 0)', 'transform:translate3d(0,-5000px,0)'],
    ...[
      'position:absolute;left:-9999px',
      'position:fixed;top:-100vh',
      'position:absolute;inset:auto auto auto -9999px',
    ],
    ...[
      'position:absolute;left:9999px',
      'position:relative;left:-9999px',
      'position:absolute;inset-inline-start:-999px',
    ],
    ...[
      'position:absolute;clip:rect(1px,1px,1px,1px)',
      'clip:rect(0 0 0 0)',
      'clip-path:inset(50%)',
      'clip-path:inset(100%)',
    ],
    ...['clip-path:circle(0)', 'clip-path:polygon(0 0, 0 0, 0 0)', 'clip-path:polygon(0px 0px,0px 0px)'],
    ...[
      'overflow:hidden;height:0',
      'overflow:hidden;max-height:0px',
      'overflow:clip;width:0',
      'height:1px;width:1px;overflow:hidden',
    ],
    ...[
      'color:#fff;background:#fff',
      'color:white;background-color:#ffffff',
      'color:#FFF;background:rgb(255, 255, 255)',
    ],
    ...['color:rgb(255 255 255 / 1);background:white', 'color:#fefefe;background:#fff', 'color:ivory;background:ivory'],
    ...['left:-9999999px;position:absolute', 'text-indent:-100pt', 'text-indent:-3in', 'font-size:0.01in'],
    'color:hsl(0 0% 100%);background:#fff',
    ...['translate:-9999px 0', 'scale:0', 'position:fixed;left:200vw', 'position:absolute;left:calc(-9999px)'],
    ...['max-block-size:0;overflow:hidden', 'height:0;overflow:auto', 'overflow:hidden;height:0;padding:0'],
    ...['-webkit-text-fill-color:transparent', 'color:rgba(0,0,0,.01)'],
    `display:none;${'--a:a;'.repeat(1000)}`,
    ...['color:transparent', 'color:rgba(0,0,0,0)', 'color:#0000', 'color:#12345600'],
  ])
    it(`is ${style}`, () => {
      expect(hidesByStyle(style)).to.equal(true);
    });
});

describe('A style that shows text', () => {
  for (const style of [
    ...[
      '',
      ';',
      ':',
      'display',
      'display:',
      'display:block',
      'display:none;display:block',
      'display:none;display:inline-flex',
    ],
    ...[
      'display:block!important;display:none',
      'display:"none"',
      'content:"display:none"',
      'background:url(display:none;)',
    ],
    ...[
      '--x:display:none',
      'visibility:visible',
      'opacity:1',
      'opacity:.5',
      'opacity:50%',
      'opacity:inherit',
      'filter:opacity(50%)',
    ],
    ...['font-size:12px', 'font-size:small', 'font-size:0;font-size:16px', 'font:10px Arial', 'font:100 12px/0 x'],
    ...[
      'text-indent:2em',
      'text-indent:-2em',
      'margin-left:-100px',
      'margin:-10px',
      'transform:scale(.5)',
      'transform:scale(0.9)',
    ],
    `${'--a:a;'.repeat(341)}opacity:0.5;--b:b`,
    ...['font-size:1pc', 'font-size:.5cm', 'font-size:5mm', 'font-size:.2in', 'font-size:1em', 'font-size:smaller'],
    ...['transform:rotate(-90deg)', 'transform:skewX(-89deg)', 'clip-path:circle(0.5em)', 'transform:scale(0.01)'],
    ...['margin:0 calc(50% - 50vw)', 'margin-left:calc(-100vw + 100%)', 'text-indent:-9999xx'],
    ...['color:currentcolor;background:#000', 'color:#000', 'background:#000'],
    ...['transform:translateX(-50%)', 'position:absolute;left:0', 'position:relative;top:-120px', 'left:-9999px'],
    ...['clip-path:inset(5%)', 'clip-path:circle(50%)', 'clip-path:polygon(0 0, 100% 0, 100% 100%)'],
    ...['overflow:hidden', 'overflow:hidden;height:100px', 'height:0', 'overflow:hidden;height:1px;width:100%'],
    // The shape of a film, which is positioned within.
    ...[
      'position:relative;overflow:hidden;height:0;padding-bottom:56.25%',
      'overflow:hidden;height:0;aspect-ratio:16/9',
    ],
    ...['color:#fff', 'color:#fff;background:#000', 'color:#000;background:transparent', 'color:#eee;background:#fff'],
    // A hanging line, and letters by their shadow.
    ...['text-indent:-150px;padding-right:150px', 'color:#fff;background:#fff;text-shadow:0 0 3px #000'],
    // A picture is a ground that nobody knows.
    ...['color:white;background:url(x.png) white', 'color:#fff;background:linear-gradient(red,blue) #fff'],
    ...['color:inherit;background:inherit', 'color:var(--a);background:var(--a)', 'color:red;background:url(red)'],
    // Letters cut out of a coloured ground.
    'color:transparent;background:linear-gradient(red,blue);-webkit-background-clip:text',
  ])
    it(`is ${style}`, () => {
      expect(hidesByStyle(style)).to.equal(false);
    });
});

describe('The reading of a style', () => {
  it('loads nothing', async () => {
    const [read, drawn] = ['read', 'drawn'].map((name) => `${location.origin}/LICENSE?${name}-${Date.now()}`);
    const entries = (address = '') => performance.getEntriesByName(address).length;
    hidesByStyle(`background:url(${read});list-style-image:url(${read});cursor:url(${read}),auto`);
    const box = document.createElement('p');
    box.style.cssText = `background:url(${drawn})`;
    document.body.append(box);
    while (entries(drawn) === 0) await new Promise((resolve) => setTimeout(resolve, 50));
    box.remove();
    expect(entries(read)).to.equal(0);
  });
});

describe('The time that a style takes', () => {
  for (const [name, make] of [
    ['strings that never close', (length: number) => '"\\'.repeat(length)],
    ['comments that never close', (length: number) => '/*'.repeat(length)],
    ['addresses that never close', (length: number) => 'a:url('.repeat(length)],
    ['white space', (length: number) => `clip-path:polygon(0 0${' '.repeat(length)}x`],
    ['digits', (length: number) => `left:-${'0'.repeat(length)}x`],
    ['points of a shape', (length: number) => `clip-path:polygon(${'0 0,'.repeat(length)}x`],
    ['escapes', (length: number) => '\\6'.repeat(length)],
    ['declarations', (length: number) => 'color:#fff;'.repeat(length)],
    ['parts of a ground', (length: number) => `color:red;background:${'a('.repeat(length)}`],
    ['distances', (length: number) => `transform:${'translate('.repeat(length)}`],
  ] as const)
    it(`is linear in ${name}`, () => {
      expectLinear(make, hidesByStyle, 2 ** 18);
    }).timeout(SERIES_TIMEOUT);
});
