import { books } from "./books";

export const resolvers = {
  Query: { book: (_: unknown, { id }: { id: string }) => books.get(id) },
  Mutation: {
    async borrow(_: unknown, { id }: { id: string }, { cio, userId }: any) {
      const book = await books.borrow(id, userId);
      await cio.track(userId, {
        name: "book_borrowed",
        data: { title: book.title, due_at: Math.floor(book.due.getTime() / 1000) },
      });
      return book;
    },
    async giveBack(_: unknown, { id }: { id: string }, ctx: any) {
      ctx.cio.track(ctx.userId, { name: "book_returned" }); // floating-promise
      return books.giveBack(id);
    },
  },
};
