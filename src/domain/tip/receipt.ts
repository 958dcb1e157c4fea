// What is a receipt? Sixteen digits: fifteen by chance and one that catches a slip of the finger.

const DIGITS = 16;

/** The digit that makes `body` pass the Luhn check (ISO/IEC 7812-1 annex B). */
function checkDigit(body: string): number {
  let sum = 0;
  for (let i = 0; i < body.length; i++) {
    const digit = Number(body[body.length - 1 - i]);
    const doubled = i % 2 === 0 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return (10 - (sum % 10)) % 10;
}

/** A receipt from 15 or more random bytes; bytes of 250 and above are passed over, so that all digits are equally likely. */
export function receiptFrom(random: Uint8Array): string | null {
  let body = '';
  for (const byte of random) if (byte < 250 && body.length < DIGITS - 1) body += String(byte % 10);
  return body.length === DIGITS - 1 ? body + checkDigit(body) : null;
}

/** The 16 digits within what a person typed (spaces, dashes, full-width digits), or null when they cannot be a receipt. */
export function readReceipt(text: string): string | null {
  const digits = text.normalize('NFKC').replace(/[\s\-–—·]/g, '');
  if (!/^\d{16}$/.test(digits)) return null;
  return checkDigit(digits.slice(0, -1)) === Number(digits.at(-1)) ? digits : null;
}

/** 1234 5678 9012 3456 */
export function groupReceipt(digits: string): string {
  return digits.replace(/(\d{4})(?=\d)/g, '$1 ');
}

/**
 * How the browser stretches a receipt before it leaves the phone (RFC 7914 scrypt): the server never sees the digits,
 * and whoever steals database and keys still pays 16 MiB and tens of milliseconds for each of 10^15 guesses.
 */
export const RECEIPT_STRETCH = { N: 2 ** 14, r: 8, p: 1, dkLen: 32 } as const;
export const receiptSalt = (county: string): string => `shouye receipt 1 ${county}`;
