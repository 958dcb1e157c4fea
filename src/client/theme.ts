// How does Ant Design wear our tokens? The same values as tokens.css, which plain elements use.
import type { ThemeConfig } from 'antd';

export const COLOUR = {
  pine: '#1f5d4c',
  pineDeep: '#163f35',
  pineTint: '#e8f1ee',
  reed: '#b58b3b',
  ink: '#1c2521',
  ink2: '#4d5a54',
  ink3: '#66726c',
  line: '#dfe5e2',
  line2: '#edf1ef',
  paper: '#ffffff',
  ground: '#f5f7f6',
  late: '#b3372f',
  soon: '#8a5a12',
  done: '#2f7d5b',
  info: '#2b6391',
} as const;

export const theme: ThemeConfig = {
  token: {
    colorPrimary: COLOUR.pine,
    colorLink: COLOUR.pine,
    colorLinkHover: COLOUR.pineDeep,
    colorSuccess: COLOUR.done,
    colorWarning: COLOUR.soon,
    colorError: COLOUR.late,
    colorInfo: COLOUR.info,
    colorText: COLOUR.ink,
    colorTextSecondary: COLOUR.ink2,
    colorTextTertiary: COLOUR.ink3,
    colorTextPlaceholder: COLOUR.ink3,
    colorBorder: COLOUR.line,
    colorBorderSecondary: COLOUR.line2,
    colorBgLayout: COLOUR.ground,
    borderRadius: 6,
    fontSize: 14,
    fontFamily:
      '"Noto Sans CJK SC","PingFang SC","Microsoft YaHei","Source Han Sans SC",system-ui,sans-serif',
    wireframe: false,
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.16s',
  },
  components: {
    Table: {
      cellPaddingBlockSM: 7,
      headerBg: COLOUR.paper,
      headerColor: COLOUR.ink3,
      headerSplitColor: 'transparent',
      rowHoverBg: COLOUR.ground,
      headerSortActiveBg: COLOUR.paper,
      headerSortHoverBg: COLOUR.ground,
      bodySortBg: COLOUR.paper,
    },
    Tabs: { horizontalMargin: '0' },
    Form: { itemMarginBottom: 16, verticalLabelPadding: '0 0 4px' },
    Button: { primaryShadow: 'none', defaultShadow: 'none' },
  },
};
