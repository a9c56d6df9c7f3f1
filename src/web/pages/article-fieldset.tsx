import type { ArticleFields } from '../console/article-form.ts';

interface FieldProps {
  readonly name: keyof ArticleFields;
  readonly label: string;
  readonly value: string;
  /** An address: written from left to right in every language. */
  readonly address?: boolean;
  readonly required?: boolean;
  readonly placeholder?: string;
}

const Field = ({ name, label, value, address = false, required = false, placeholder = '' }: FieldProps) => (
  <div class={`field ${name}`}>
    <label for={`article-${name}`}>{label}</label>
    <input
      id={`article-${name}`}
      name={name}
      type="text"
      inputmode={address ? 'url' : 'text'}
      value={value}
      required={required}
      placeholder={placeholder}
      dir={address ? 'ltr' : 'auto'}
      autocomplete="off"
    />
  </div>
);

const Area = ({ name, label, value, rows }: Omit<FieldProps, 'address' | 'required'> & { readonly rows: number }) => (
  <div class={`field ${name}`}>
    <label for={`article-${name}`}>{label}</label>
    <textarea id={`article-${name}`} name={name} rows={rows} dir="auto">
      {value}
    </textarea>
  </div>
);

/** The fields of an article, for a push and for a correction (whose id stands). */
export const ArticleFieldset = ({
  fields,
  fixedId = false,
}: {
  readonly fields: ArticleFields;
  readonly fixedId?: boolean;
}) => (
  <>
    <Field name="title" label="Title" value={fields.title} required />
    {fields.html === '' ? (
      <Area name="text" label="Text" value={fields.text} rows={8} />
    ) : (
      <Area name="html" label="Page as HTML" value={fields.html} rows={8} />
    )}
    <div class="pair">
      <Field name="url" label="Address" address value={fields.url} required placeholder="https://" />
      {!fixedId && <Field name="id" label="Id" value={fields.id} required />}
    </div>
    <details open={fields.summary !== ''}>
      <summary>Summary, language, picture and the rest</summary>
      <Area name="summary" label="Summary of your own" value={fields.summary} rows={3} />
      <div class="pair">
        <Field name="language" label="Language" value={fields.language} placeholder="detected" />
        <Field name="section" label="Section" value={fields.section} />
      </div>
      <Field name="image" label="Picture" address value={fields.image} placeholder="https://" />
      <Field name="tags" label="Tags, divided by commas" value={fields.tags} />
      <input type="hidden" name="publishedAt" value={fields.publishedAt} />
    </details>
  </>
);
