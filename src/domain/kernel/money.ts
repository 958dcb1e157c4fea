// How is money counted and written? Integer fen, so that sums never drift.

/** Whole fen (1 yuan = 100 fen), within ±2^53. */
export type Fen = number;

/** 300050 → '3,000.50'; whole yuan without decimals: 300000 → '3,000'. No unit. */
export function formatFen(fen: Fen): string {
  const size = Math.abs(fen);
  const yuan = String(Math.floor(size / 100)).replace(/\B(?=(\d{3})+$)/g, ',');
  const rest = size % 100;
  return `${fen < 0 ? '-' : ''}${yuan}${rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`}`;
}

/** 1200000 → '1.2万元', 300050 → '3000.50元', as summaries write amounts; always exact. */
export function sayFen(fen: Fen): string {
  const size = Math.abs(fen);
  // 万元 only where it stays exact with at most two decimals (100 yuan).
  if (size >= 1_000_000 && size % 10_000 === 0) {
    const wan = Math.floor(size / 1_000_000);
    const rest = String((size % 1_000_000) / 10_000)
      .padStart(2, '0')
      .replace(/0+$/, '');
    return `${fen < 0 ? '-' : ''}${wan}${rest === '' ? '' : `.${rest}`}万元`;
  }
  return `${formatFen(fen).replace(/,/g, '')}元`;
}
