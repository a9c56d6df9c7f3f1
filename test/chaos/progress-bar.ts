const width = 40;

/** One line that is written over again; nothing where there is no terminal. */
export const createProgressBar = (stream: NodeJS.WriteStream, name: string) => ({
  show: (share: number): void => {
    if (!stream.isTTY) return;
    const filled = Math.round(share * width);
    const bar = `${'#'.repeat(filled)}${'.'.repeat(width - filled)}`;
    stream.write(`\r${name} [${bar}] ${(share * 100).toFixed(0).padStart(3)} %`);
  },
  end: (): void => {
    if (stream.isTTY) stream.write('\r\u001b[K');
  },
});
