/** The commonest small words of each language that no other of ours has. Those of two languages (`a`, `on`, `de`, `an`), and single letters are missing. */
export const smallWords = {
  en: new Set(
    (
      'the of and to is was for that with as are his her this they by from had have which were not be it its at he she but has will who ' +
      'their said been would there what when than into about after more its you we or one all'
    ).split(' '),
  ),
  fr: new Set(
    (
      'le la les des du et est un une dans pour que qui sur pas par plus au aux avec ce cette ces son sa ses il elle ils elles été sont ' +
      'mais comme leur leurs nous vous avait était fait même tout être après deux entre sans dont où ne se'
    ).split(' '),
  ),
  vi: new Set(
    (
      'là và của các những được một có cho trong với này không người đã để ở từ đến khi về cũng như tại ra vào trên đó sẽ nhiều năm thành ' +
      'sau phải ông bà theo bị rằng lại hai đang nhà hơn do thì mà chỉ đầu nước thể họ tôi bởi việc'
    ).split(' '),
  ),
} as const;
