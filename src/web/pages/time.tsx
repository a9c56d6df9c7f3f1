/** A moment for readers: UTC as the server writes it, their own time once the page's script has run. */
export const Time = ({ at }: { readonly at: number | string }) => {
  const iso = new Date(at).toISOString();
  return (
    <time dateTime={iso} title={iso}>
      {`${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`}
    </time>
  );
};
