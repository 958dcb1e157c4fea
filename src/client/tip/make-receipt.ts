// How is a receipt made?
import { receiptFrom } from '../../domain/tip/receipt.ts';

/** Sixteen fresh digits. */
export function newReceipt(): string {
  for (;;) {
    const receipt = receiptFrom(crypto.getRandomValues(new Uint8Array(40)));
    if (receipt) return receipt;
  }
}
