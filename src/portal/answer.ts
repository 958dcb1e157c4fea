// How does a person take the receipt along? Large digits, copy, picture, print, and a code that opens the check page.
import { groupReceipt } from '../domain/tip/receipt.ts';
import { h } from './dom.ts';
import type { Rest } from './rest.ts';
import { t } from './text.ts';

export interface AnswerPage {
  readonly county: string;
  readonly countyName: string;
  readonly receipt: string;
  readonly no: string;
  readonly kept: () => void;
  /** Files still on their way, if any. */
  readonly rest: Rest | null;
}

/** The digits stand behind the #, which a browser never sends. */
export function checkAddress(county: string, receipt: string): string {
  return `${location.origin}/portal/${county}#check=${receipt}`;
}

export function answerPage(page: AnswerPage): HTMLElement {
  const digits = groupReceipt(page.receipt);
  const canvas = h('canvas', { className: 'qr', role: 'img', 'aria-label': t('scan') });
  void drawQr(canvas, checkAddress(page.county, page.receipt));
  let taken = false;
  const copy = h('button', { type: 'button' }, t('copy'));
  copy.onclick = () => {
    void copyText(digits).then(() => {
      taken = true;
      copy.textContent = t('copied');
    });
  };
  const kept = h('button', { type: 'button', className: 'main' }, t('kept'));
  kept.onclick = () => {
    if (page.rest?.pending() && !confirm(t('filesLost'))) return;
    // Whoever has copied, saved or printed it need not be asked again.
    if (taken || confirm(t('keptSure'))) page.kept();
  };
  return h(
    'div',
    {},
    h(
      'section',
      { className: 'card receipt' },
      h('h2', {}, t('done')),
      h('p', { className: 'hint' }, `${page.countyName} · ${t('number')} ${page.no}`),
      h('p', { className: 'label' }, t('receipt')),
      h('p', { className: 'digits' }, ...digits.split(' ').map((group) => h('span', {}, group))),
      canvas,
      h('p', { className: 'hint center' }, t('scan')),
      h('p', { className: 'hint center print-only' }, checkAddress(page.county, '').replace(/=$/, '')),
      h('p', { className: 'warn' }, t('doneHint')),
    ),
    page.rest?.element ?? null,
    h(
      'div',
      { className: 'tiles three no-print' },
      copy,
      h(
        'button',
        {
          type: 'button',
          onclick: () => {
            taken = true;
            void savePicture(page, canvas);
          },
        },
        t('save'),
      ),
      h(
        'button',
        {
          type: 'button',
          onclick: () => {
            taken = true;
            print();
          },
        },
        t('print'),
      ),
    ),
    h('div', { className: 'send no-print' }, kept),
  );
}

async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = h('textarea', { value: text });
    document.body.appendChild(area);
    area.select();
    document.execCommand('copy');
    area.remove();
  }
}

const QUIET = 2;
const SCALE = 5;

async function drawQr(canvas: HTMLCanvasElement, text: string): Promise<void> {
  const { default: qrcode } = await import('qrcode-generator');
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  const n = code.getModuleCount();
  canvas.width = (n + 2 * QUIET) * SCALE;
  canvas.height = canvas.width;
  const pen = canvas.getContext('2d');
  if (!pen) return;
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = '#163f35';
  for (let row = 0; row < n; row++)
    for (let column = 0; column < n; column++)
      if (code.isDark(row, column))
        pen.fillRect((column + QUIET) * SCALE, (row + QUIET) * SCALE, SCALE, SCALE);
}

/** A picture for the phone's album: what stands on the card, nothing else. */
async function savePicture(page: AnswerPage, qr: HTMLCanvasElement): Promise<void> {
  const canvas = h('canvas', { width: 720, height: 960 });
  const pen = canvas.getContext('2d');
  if (!pen) return;
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, 720, 960);
  pen.fillStyle = '#163f35';
  pen.textAlign = 'center';
  const line = (text: string, y: number, size: number) => {
    pen.font = `600 ${size}px "Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif`;
    pen.fillText(text, 360, y, 660);
  };
  line(page.countyName, 80, 34);
  line(t('receipt'), 150, 28);
  line(groupReceipt(page.receipt), 220, 58);
  line(`${t('number')} ${page.no}`, 280, 26);
  pen.imageSmoothingEnabled = false;
  pen.drawImage(qr, 130, 330, 460, 460);
  line(t('scan'), 850, 28);
  const link = h('a', { href: canvas.toDataURL('image/png'), download: `${page.no}.png` });
  link.click();
}
