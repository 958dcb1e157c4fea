// Which Chinese strings do overview, campaign, figures, reports and map show?
export const zhFigure = {
  'figure.title': '数据',
  'report.title': '工作总结',
  'map.title': '地图',
} as const;
