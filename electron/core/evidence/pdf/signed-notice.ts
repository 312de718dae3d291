/**
 * What the first page of a signed or sealed file says. A print shows how the file looks; the signature can be verified
 * in the file alone, and neither the print nor the packet bears it.
 */
export function signedNotice(found: { readonly signatures: number; readonly stamps: number }): string | undefined {
  if (found.signatures > 0) {
    return '这是带有电子签名的文件的打印显示。签名只能在原始文件里验证，本页不带签名；证据以原始文件为准。';
  }
  if (found.stamps > 0) {
    return '这是带有图章标注的文件的打印显示。图章是否为电子签章，以原始文件为准。';
  }
  return undefined;
}
