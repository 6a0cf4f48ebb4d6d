import type { StudioLocale } from '#languages/locales.ts';

interface EditorWords {
  readonly general: { readonly placeholder: string };
  readonly horizontalRule: { readonly label: string };
  readonly orderedList: { readonly label: string };
  readonly unorderedList: { readonly label: string };
  readonly blockquote: { readonly label: string };
  readonly heading: { readonly label: string };
  readonly paragraph: { readonly label: string; readonly label2: string };
}

/** Words of the text editor that its makers translated word by word, or that an office does not use. */
export const editorWords: Readonly<Record<StudioLocale, EditorWords>> = {
  vi: {
    general: { placeholder: 'Bắt đầu viết, hoặc gõ / để chọn thứ cần chèn…' },
    horizontalRule: { label: 'Đường kẻ ngang' },
    orderedList: { label: 'Danh sách đánh số' },
    unorderedList: { label: 'Danh sách gạch đầu dòng' },
    blockquote: { label: 'Trích dẫn' },
    heading: { label: 'Đề mục cấp {{headingLevel}}' },
    paragraph: { label: 'Đoạn văn', label2: 'Đoạn văn thường' },
  },
  en: {
    general: { placeholder: 'Start writing, or type / to choose what to insert…' },
    horizontalRule: { label: 'Horizontal rule' },
    orderedList: { label: 'Numbered list' },
    unorderedList: { label: 'Bulleted list' },
    blockquote: { label: 'Quotation' },
    heading: { label: 'Heading {{headingLevel}}' },
    paragraph: { label: 'Paragraph', label2: 'Plain paragraph' },
  },
  fr: {
    general: { placeholder: 'Commencez à écrire, ou tapez / pour choisir quoi insérer…' },
    horizontalRule: { label: 'Filet horizontal' },
    orderedList: { label: 'Liste numérotée' },
    unorderedList: { label: 'Liste à puces' },
    blockquote: { label: 'Citation' },
    heading: { label: 'Intertitre de niveau {{headingLevel}}' },
    paragraph: { label: 'Paragraphe', label2: 'Paragraphe simple' },
  },
  zh: {
    general: { placeholder: '开始撰写，或输入 / 选择要插入的内容……' },
    horizontalRule: { label: '分隔线' },
    orderedList: { label: '编号列表' },
    unorderedList: { label: '项目符号列表' },
    blockquote: { label: '引文' },
    heading: { label: '{{headingLevel}} 级标题' },
    paragraph: { label: '段落', label2: '普通段落' },
  },
};
