interface LeftOutProps {
  readonly files: readonly { readonly name: string; readonly reason: string }[] | undefined;
}

/** Files that are not among what was taken or made, and why. */
export function LeftOut({ files = [] }: LeftOutProps) {
  if (files.length === 0) return null;
  return (
    <details open={files.length <= 5}>
      <summary>有 {files.length} 个文件没有包括在内</summary>
      <ul>
        {files.map(({ name, reason }) => (
          <li key={name}>
            {name}：{reason}
          </li>
        ))}
      </ul>
    </details>
  );
}
