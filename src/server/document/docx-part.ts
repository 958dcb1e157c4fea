// What do the parts of a .docx say that hold for the whole document: styles, fonts, settings, properties?
import type { Document } from '../../domain/report/document.ts';
import { numbersOf, plainText } from '../../domain/report/document.ts';
import {
  CHAR_SPACING_TWIP,
  CHAR_TWIP,
  FACE,
  LINE_PITCH_TWIP,
  SIZE_PT,
  type TypeFace,
} from '../../domain/report/gongwen.ts';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** A line of the imprint: 14 pt on 24 pt. */
export const IMPRINT_LINE_TWIP = 480;

/** Paragraph styles by what they are in the official format. */
export const STYLE = {
  normal: 'Normal',
  body: 'GwBody',
  heading: ['GwHeading1', 'GwHeading2', 'GwHeading3', 'GwHeading4'],
  title: 'GwTitle',
  mark: 'GwAgencyMark',
  black: 'GwBlack',
  caption: 'GwCaption',
  cell: 'GwCell',
  headCell: 'GwHeadCell',
  imprint: 'GwImprint',
  pageNumber: 'GwPageNumber',
  smallPrint: 'GwSmallPrint',
} as const;

/**
 * word/styles.xml. Every line is exactly 28.95 pt, so a font that is missing and replaced cannot move the lines. The type
 * is set 0.3 pt closer instead of being snapped to the section's grid: LibreOffice 7.4 gives a character two cells when
 * the cell (15.79 pt) is narrower than the type (16 pt), which is what 28 characters on 156 mm need.
 */
export function stylesXml(): string {
  const indent = `<w:ind w:firstLineChars="200" w:firstLine="${Math.round(2 * CHAR_TWIP)}"/>`;
  const outline = (level: number) => `<w:keepNext/>${indent}<w:outlineLvl w:val="${level}"/>`;
  const small = (twips: number, jc: string) => `${exactly(twips)}<w:jc w:val="${jc}"/>`;
  const all = [
    style(STYLE.body, '公文正文', indent, ''),
    style(STYLE.heading[0], '公文一级标题', outline(0), font(FACE.heading1)),
    style(STYLE.heading[1], '公文二级标题', outline(1), font(FACE.heading2)),
    style(STYLE.heading[2], '公文三级标题', outline(2), ''),
    style(STYLE.heading[3], '公文四级标题', outline(3), ''),
    style(STYLE.title, '公文标题', '<w:jc w:val="center"/>', font(FACE.title) + size(SIZE_PT.二号)),
    style(
      STYLE.mark,
      '发文机关标志',
      '<w:jc w:val="center"/>',
      `${font(FACE.title)}<w:color w:val="FF0000"/>`,
    ),
    style(STYLE.black, '公文黑体', '<w:jc w:val="left"/>', font(FACE.heading1)),
    style(
      STYLE.caption,
      '表题',
      '<w:keepNext/><w:jc w:val="center"/>',
      font(FACE.heading1) + size(SIZE_PT.四号),
    ),
    style(STYLE.cell, '表格文字', small(360, 'center'), size(SIZE_PT.小四)),
    style(STYLE.headCell, '表头', small(360, 'center'), font(FACE.heading1) + size(SIZE_PT.小四)),
    style(STYLE.imprint, '版记', small(IMPRINT_LINE_TWIP, 'left'), size(SIZE_PT.四号)),
    style(STYLE.pageNumber, '公文页码', small(280, 'left'), font(FACE.song, FACE.song) + size(SIZE_PT.四号)),
    style(STYLE.smallPrint, '核验说明', small(240, 'center'), font(FACE.song) + size(7.5)),
  ];
  return stylesPart(all);
}

function stylesPart(all: readonly string[]): string {
  return `${XML}<w:styles ${W}><w:docDefaults><w:rPrDefault><w:rPr>${font(FACE.body)}<w:snapToGrid w:val="0"/><w:spacing w:val="${CHAR_SPACING_TWIP.value}"/><w:kern w:val="0"/>${size(
    SIZE_PT.三号,
  )}<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>${normal()}${all.join(
    '',
  )}</w:styles>`;
}

/** Styles of a law-enforcement paper (domain/report/paper.ts). */
export const PAPER_STYLE = {
  agency: 'ZfAgency',
  title: 'ZfTitle',
  number: 'ZfNumber',
  thin: 'ZfThin',
  letter: 'ZfLetter',
  letterHead: 'ZfLetterHead',
  record: 'ZfRecord',
  recordHead: 'ZfRecordHead',
  cell: 'ZfCell',
  label: 'ZfLabel',
  note: 'ZfNote',
  foot: 'ZfFoot',
  small: 'ZfSmall',
} as const;

/** word/styles.xml of a paper: 三号 for letters, 四号 for records, 小四 in forms; lines are exact as in `stylesXml`. */
export function paperStylesXml(): string {
  const indent = '<w:ind w:firstLineChars="200" w:firstLine="640"/>';
  const recordIndent = '<w:ind w:firstLineChars="200" w:firstLine="560"/>';
  const centre = '<w:jc w:val="center"/>';
  const left = '<w:jc w:val="left"/>';
  return stylesPart([
    style(PAPER_STYLE.agency, '文书机关', `${exactly(520)}${centre}`, font(FACE.title) + size(18)),
    style(
      PAPER_STYLE.title,
      '文书标题',
      `<w:keepNext/>${exactly(680)}${centre}`,
      font(FACE.title) + size(SIZE_PT.二号),
    ),
    style(PAPER_STYLE.number, '文书文号', `${exactly(520)}<w:jc w:val="right"/>`, size(SIZE_PT.四号)),
    style(PAPER_STYLE.thin, '文书空行', `${exactly(160)}${left}`, size(6)),
    style(PAPER_STYLE.letter, '文书正文', `${exactly(560)}${indent}`, ''),
    style(PAPER_STYLE.letterHead, '文书小标题', `<w:keepNext/>${exactly(560)}${indent}`, font(FACE.heading1)),
    style(PAPER_STYLE.record, '笔录正文', `${exactly(500)}${recordIndent}`, size(SIZE_PT.四号)),
    style(
      PAPER_STYLE.recordHead,
      '笔录小标题',
      `<w:keepNext/>${exactly(500)}${recordIndent}`,
      font(FACE.heading1) + size(SIZE_PT.四号),
    ),
    style(PAPER_STYLE.cell, '表格内容', `${exactly(400)}${left}`, size(SIZE_PT.小四)),
    style(
      PAPER_STYLE.label,
      '表格栏目',
      `${exactly(400)}${centre}`,
      font(FACE.heading1) + size(SIZE_PT.小四),
    ),
    style(PAPER_STYLE.note, '文书附注', `${exactly(360)}${left}`, size(SIZE_PT.五号)),
    style(
      PAPER_STYLE.foot,
      '文书页脚',
      `${exactly(320)}${left}`,
      font(FACE.song, FACE.song) + size(SIZE_PT.五号),
    ),
    style(PAPER_STYLE.small, '文书指纹', `${exactly(200)}${centre}`, font(FACE.song) + size(6.5)),
  ]);
}

function normal(): string {
  // No extra room beside digits: 28 characters are 28 characters. overflowPunct is Word's own default and said aloud for
  // LibreOffice 7.4, which reads it the wrong way round and, left to its default, loses a punctuation mark that hangs.
  const ppr = `<w:widowControl w:val="0"/><w:overflowPunct w:val="1"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:adjustRightInd w:val="0"/><w:snapToGrid w:val="0"/>${exactly(
    LINE_PITCH_TWIP.value,
  )}<w:jc w:val="both"/>`;
  return `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr>${ppr}</w:pPr><w:rPr>${size(SIZE_PT.三号)}</w:rPr></w:style><w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style><w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="60" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>`;
}

function style(id: string, name: string, ppr: string, rpr: string): string {
  return `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>${ppr}</w:pPr><w:rPr>${rpr}</w:rPr></w:style>`;
}

function exactly(twips: number): string {
  return `<w:spacing w:before="0" w:after="0" w:line="${twips}" w:lineRule="exact"/>`;
}

function font(eastAsia: TypeFace, latin: TypeFace = FACE.latin): string {
  return `<w:rFonts w:ascii="${latin.name}" w:hAnsi="${latin.name}" w:eastAsia="${eastAsia.name}" w:cs="${FACE.latin.name}"/>`;
}

function size(pt: number): string {
  return `<w:sz w:val="${pt * 2}"/><w:szCs w:val="${pt * 2}"/>`;
}

/** word/fontTable.xml: names with alternatives, nothing embedded. */
export function fontTableXml(): string {
  const fonts = Object.values<TypeFace>(FACE).map((face) => {
    const charset = face === FACE.latin ? '00' : '86';
    return `<w:font w:name="${face.name}"><w:altName w:val="${face.alternatives.join(',')}"/><w:charset w:val="${charset}"/><w:family w:val="${face.family}"/><w:pitch w:val="${
      face.family === 'modern' ? 'fixed' : 'variable'
    }"/></w:font>`;
  });
  return `${XML}<w:fonts ${W}>${fonts.join('')}</w:fonts>`;
}

/** Word's own lists for Simplified Chinese; a custom list replaces them, so they are repeated. */
const NEVER_FIRST =
  '!%),.:;>?]}¢¨°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠';
const NEVER_LAST = '$([{£¥·‘“〈《「『【〔〖〝﹙﹛﹝＄（．［｛￡￥';

/**
 * Characters no line may begin with: the punctuation, and each character that follows a digit in this document's numbers
 * (只 起 人 余 年 …), so that a number and its unit stay together. An invisible joiner in the text would do the same but
 * would break searching for '4只', copying and comparing.
 */
export function neverFirst(document: Document): string {
  return neverFirstIn([
    ...numbersOf(document).map((num) => num.text),
    ...(plainText(document).match(/\d[年月日]/g) ?? []),
  ]);
}

function neverFirstIn(texts: readonly string[]): string {
  const units = new Set<string>();
  for (const text of texts) {
    for (const match of text.matchAll(/\d(\p{Script=Han})/gu)) units.add(match[1] ?? '');
  }
  return (
    NEVER_FIRST +
    [...units]
      .filter((unit) => unit.length === 1)
      .sort()
      .join('')
  );
}

/** word/settings.xml. */
export function settingsXml(document: Document): string {
  return settingsPart(neverFirst(document), '<w:evenAndOddHeaders/>');
}

/** word/settings.xml of a paper: one footer for all pages, its count brought up to date when it is opened. */
export function paperSettingsXml(words: string): string {
  return settingsPart(neverFirstIn(words.match(/\d[年月日]/g) ?? []), '');
}

function settingsPart(forbidden: string, headers: string): string {
  const compat = [
    ['compatibilityMode', '15'],
    ['overrideTableStyleFontSizeAndJustification', '1'],
    ['enableOpenTypeFeatures', '1'],
    ['doNotFlipMirrorIndents', '1'],
  ].map(
    ([name, value]) =>
      `<w:compatSetting w:name="${name}" w:uri="http://schemas.microsoft.com/office/word" w:val="${value}"/>`,
  );
  return `${XML}<w:settings ${W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/>${headers}<w:noPunctuationKerning/><w:characterSpacingControl w:val="doNotCompress"/><w:noLineBreaksAfter w:lang="zh-CN" w:val="${NEVER_LAST}"/><w:noLineBreaksBefore w:lang="zh-CN" w:val="${forbidden.replace('>', '&gt;')}"/><w:compat><w:doNotExpandShiftReturn/><w:useFELayout/>${compat.join('')}</w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>`;
}
