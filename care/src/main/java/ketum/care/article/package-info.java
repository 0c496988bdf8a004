/** Articles about kratom: read into sentences, and held against the claims. Nothing in an article is executed or fetched. */
package ketum.care.article;
