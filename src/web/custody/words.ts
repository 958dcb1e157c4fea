// How are quantities and purposes of custody said on a screen?
import { formatQuantity } from '../../client/format.ts';
import { useLanguage } from '../../client/i18n.ts';
import type { Label } from '../../domain/kernel/label.ts';
import type { Quantity } from '../../domain/kernel/quantity.ts';
import { COUNT_UNITS } from '../../domain/seizure/seizure.ts';
import { PURPOSES } from '../../domain/seizure/step-hand.ts';

/** A quantity in the seizure's own unit. */
export function useAmountWords(unit: unknown): (quantity: Quantity) => string {
  const language = useLanguage();
  const word = COUNT_UNITS.find((each) => each.code === unit)?.label[0] ?? '';
  return (quantity) => formatQuantity(quantity, word, language);
}

export function purposeLabel(code: string): Label {
  return PURPOSES.find((purpose) => purpose.code === code)?.label ?? [code, code];
}
