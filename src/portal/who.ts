// Who says it? Nobody, or a name and a number that are sealed before they leave the phone.
import type { TipIdentity } from '../domain/tip/tip.ts';
import type { Start } from './api.ts';
import { card, choice, h } from './dom.ts';
import { t } from './text.ts';

/** Name and number live in these inputs only: they are sealed when sent and stored nowhere. */
export function identityCard(start: () => Start | null) {
  let named = false;
  const name = h('input', {
    id: 'name',
    type: 'text',
    maxLength: 60,
    placeholder: t('name'),
    'aria-label': t('name'),
    autocomplete: 'off',
  });
  const phone = h('input', {
    id: 'phone',
    type: 'tel',
    maxLength: 40,
    placeholder: t('phone'),
    'aria-label': t('phone'),
    autocomplete: 'off',
  });
  const note = h('input', {
    type: 'text',
    maxLength: 200,
    placeholder: t('note'),
    'aria-label': t('note'),
    autocomplete: 'off',
  });
  const hint = h('p', { className: 'hint', 'aria-live': 'polite' }, t('anonymousHint'));
  const rows = h('div', { className: 'fields', hidden: true }, name, phone, note);
  const options = [
    { value: 'no', label: t('anonymous') },
    { value: 'yes', label: t('named') },
  ] as const;
  const box = choice<'yes' | 'no'>(t('who'), options, 'no', (value) => {
    named = value === 'yes' && !!start()?.key;
    hint.textContent = t(value === 'no' ? 'anonymousHint' : named ? 'namedHint' : 'noKey');
    rows.hidden = !named;
    return named ? 'yes' : 'no';
  });
  return {
    element: card(t('who'), box, hint, rows),
    read: (): TipIdentity | null =>
      named
        ? {
            name: name.value.trim(),
            phone: phone.value.trim(),
            ...(note.value.trim() ? { note: note.value.trim() } : {}),
          }
        : null,
    fault: (): [string, string] | null => {
      if (!named) return null;
      if (!name.value.trim()) return [t('needName'), 'name'];
      return phone.value.replace(/\D/g, '').length >= 7 ? null : [t('needPhone'), 'phone'];
    },
  };
}
