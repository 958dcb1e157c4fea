// How are pages put together without a framework?

type Props = Record<string, unknown>;
export type Child = Node | string | null | false | undefined;

/** An element: `on…` keys are listeners, known properties are set, everything else is an attribute. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  props: Props = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value as EventListener);
    else if (name in element && name !== 'list') Object.assign(element, { [name]: value });
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  add(element, ...children);
  return element;
}

export function add(parent: Node, ...children: Child[]): void {
  for (const child of children)
    if (child) parent.appendChild(typeof child === 'string' ? document.createTextNode(child) : child);
}

export function show(parent: Element, ...children: Child[]): void {
  parent.replaceChildren();
  add(parent, ...children);
}

export function card(title: string, ...children: Child[]): HTMLElement {
  return h('section', { className: 'card' }, h('h2', {}, title), ...children);
}

/**
 * One choice of several, as large buttons; `group` names it to a screen reader. Marked in place, so that the finger's and the
 * reader's place stays; what `pick` gives back is marked instead of what was pressed.
 */
export function choice<T extends string>(
  group: string,
  options: readonly { readonly value: T; readonly label: string; readonly glyph?: string }[],
  value: T | null,
  // biome-ignore lint/suspicious/noConfusingVoidType: most have nothing to give back
  pick: (value: T) => T | void,
  look: 'tiles' | 'chips' = 'chips',
): HTMLElement {
  const mark = (now: T | null) => {
    for (const [i, button] of buttons.entries()) {
      const on = options[i]?.value === now;
      button.setAttribute('aria-checked', String(on));
      button.className = on ? 'on' : '';
    }
  };
  const buttons = options.map((option) =>
    h(
      'button',
      {
        type: 'button',
        role: 'radio',
        onclick: () => mark(pick(option.value) ?? option.value),
      },
      option.glyph ? h('i', { 'aria-hidden': 'true' }, option.glyph) : null,
      option.label,
    ),
  );
  mark(value);
  return h('div', { className: look, role: 'radiogroup', 'aria-label': group }, ...buttons);
}

export function bytesText(bytes: number): string {
  return bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
