// How does a button lead to a page? As a link, so that it opens in a new tab and is read out as one.
import { Button } from 'antd';
import type { ComponentProps, MouseEvent } from 'react';
import { useNavigate } from 'react-router';

export function LinkButton(props: ComponentProps<typeof Button> & { readonly to: string }) {
  const { to, ...rest } = props;
  const navigate = useNavigate();
  const go = (event: MouseEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    navigate(to);
  };
  return <Button {...rest} href={to} onClick={go} />;
}
