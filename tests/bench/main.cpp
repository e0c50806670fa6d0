// Runs one benchmark by name; each prints our figure, a baseline measured in the same run, and their ratio.
#include <cstdio>

int main()
{
    std::puts("usage: labelwright_bench NAME [ARG...]");
    return 2;
}
