// How is an address drawn as a QR code that prints sharply? One path of an SVG.
import { useEffect, useState } from 'react';

const QUIET = 2;

export function Qr(props: { readonly text: string; readonly label: string; readonly size: number }) {
  const { text, label, size } = props;
  const [drawn, setDrawn] = useState<{ path: string; side: number } | null>(null);
  useEffect(() => {
    let gone = false;
    void import('qrcode-generator').then(({ default: qrcode }) => {
      if (gone) return;
      const code = qrcode(0, 'M');
      code.addData(text);
      code.make();
      const n = code.getModuleCount();
      let path = '';
      for (let row = 0; row < n; row++)
        for (let column = 0; column < n; column++)
          if (code.isDark(row, column)) path += `M${column + QUIET} ${row + QUIET}h1v1h-1z`;
      setDrawn({ path, side: n + 2 * QUIET });
    });
    return () => {
      gone = true;
    };
  }, [text]);
  if (!drawn) return <div style={{ width: size, height: size }} />;
  return (
    <svg
      role="img"
      aria-label={label}
      width={size}
      height={size}
      viewBox={`0 0 ${drawn.side} ${drawn.side}`}
      shapeRendering="crispEdges"
    >
      <rect width="100%" height="100%" fill="#fff" />
      <path d={drawn.path} fill="#163f35" />
    </svg>
  );
}
