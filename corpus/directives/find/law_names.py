"""Names of laws in common use, for finding where a name ends; laws not listed here are still found.

General knowledge of Vietnamese legislation: the names contain commas and "và", so that no rule of
punctuation finds their ends.
"""

from __future__ import annotations

_LISTED = """
    An ninh mạng; An ninh quốc gia; An toàn thông tin mạng; An toàn thực phẩm; An toàn, vệ sinh lao động;
    Ban hành văn bản quy phạm pháp luật; Báo chí; Bảo hiểm tiền gửi; Bảo hiểm xã hội; Bảo hiểm y tế;
    Bảo vệ bí mật nhà nước; Bảo vệ môi trường; Bảo vệ quyền lợi người tiêu dùng; Bảo vệ và kiểm dịch thực vật;
    Bảo vệ dữ liệu cá nhân; Biên phòng Việt Nam; Bầu cử đại biểu Quốc hội và đại biểu Hội đồng nhân dân;
    Bình đẳng giới; Cán bộ, công chức; Căn cước; Căn cước công dân; Cạnh tranh; Cảnh sát biển Việt Nam;
    Cảnh vệ; Chăn nuôi; Chứng khoán; Chuyển giao công nghệ; Chất lượng sản phẩm, hàng hóa; Cơ yếu;
    Công an nhân dân; Công chứng; Công đoàn; Công nghệ cao; Công nghệ thông tin; Công nghiệp công nghệ số;
    Cư trú; Các tổ chức tín dụng; Các công cụ chuyển nhượng; Cựu chiến binh; Dân quân tự vệ; Dân số;
    Di sản văn hóa; Doanh nghiệp; Du lịch; Dược; Dự trữ quốc gia; Dữ liệu; Đa dạng sinh học; Đặc xá;
    Đấu giá tài sản; Đấu thầu; Đầu tư; Đầu tư công; Đầu tư theo phương thức đối tác công tư; Đất đai; Đê điều;
    Địa chất và khoáng sản; Điện ảnh; Điện lực; Đo đạc và bản đồ; Đo lường; Đường bộ; Đường sắt; Giá;
    Giám định tư pháp; Giao dịch điện tử; Giao thông đường bộ; Giao thông đường thủy nội địa; Giáo dục;
    Giáo dục đại học; Giáo dục nghề nghiệp; Giáo dục quốc phòng và an ninh; Hải quan;
    Hàng không dân dụng Việt Nam; Hoạt động chữ thập đỏ; Hoạt động giám sát của Quốc hội và Hội đồng nhân dân;
    Hòa giải ở cơ sở; Hòa giải, đối thoại tại Tòa án; Hóa chất; Hộ tịch; Hôn nhân và gia đình; Hợp tác xã;
    Hỗ trợ doanh nghiệp nhỏ và vừa; Hiến, lấy, ghép mô, bộ phận cơ thể người và hiến, lấy xác; Kế toán;
    Khám bệnh, chữa bệnh; Khiếu nại; Khí tượng thủy văn; Khoa học và công nghệ;
    Khoa học, công nghệ và đổi mới sáng tạo; Khoáng sản; Kiểm toán độc lập; Kiểm toán nhà nước; Kiến trúc;
    Kinh doanh bảo hiểm; Kinh doanh bất động sản; Lâm nghiệp;
    Lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở; Lưu trữ; Luật sư; Lý lịch tư pháp;
    Mặt trận Tổ quốc Việt Nam; Năng lượng nguyên tử; Ngân sách nhà nước; Nghĩa vụ quân sự;
    Nghĩa vụ lao động công ích; Nhà giáo; Nhà ở; Người cao tuổi; Người khuyết tật;
    Người lao động Việt Nam đi làm việc ở nước ngoài theo hợp đồng;
    Nhập cảnh, xuất cảnh, quá cảnh, cư trú của người nước ngoài tại Việt Nam; Nuôi con nuôi; Phá sản;
    Phòng cháy, chữa cháy và cứu nạn, cứu hộ; Phòng cháy và chữa cháy; Phòng không nhân dân; Phòng thủ dân sự;
    Phòng thủ đô thị; Phòng, chống bạo lực gia đình; Phòng, chống bệnh truyền nhiễm; Phòng, chống khủng bố;
    Phòng, chống ma túy; Phòng, chống mua bán người; Phòng, chống rửa tiền;
    Phòng, chống tác hại của rượu, bia; Phòng, chống tác hại của thuốc lá; Phòng, chống tham nhũng;
    Phòng, chống thiên tai; Phổ biến, giáo dục pháp luật; Phí và lệ phí; Phòng bệnh;
    Quản lý, sử dụng tài sản công; Quản lý, sử dụng vũ khí, vật liệu nổ và công cụ hỗ trợ;
    Quản lý ngoại thương; Quản lý nợ công; Quản lý thuế; Quản lý và đầu tư vốn nhà nước tại doanh nghiệp;
    Quảng cáo; Quốc phòng; Quốc tịch Việt Nam; Quy hoạch; Quy hoạch đô thị; Quy hoạch đô thị và nông thôn;
    Sở hữu trí tuệ; Sử dụng năng lượng tiết kiệm và hiệu quả; Tài nguyên nước;
    Tài nguyên, môi trường biển và hải đảo; Tần số vô tuyến điện; Thanh niên; Thanh tra; Thể dục, thể thao;
    Thi đua, khen thưởng; Thi hành án dân sự; Thi hành án hình sự; Thi hành tạm giữ, tạm giam; Thống kê;
    Thú y; Thủ đô; Thủy lợi; Thủy sản; Thuế giá trị gia tăng; Thuế sử dụng đất nông nghiệp;
    Thuế sử dụng đất phi nông nghiệp; Thuế thu nhập cá nhân; Thuế thu nhập doanh nghiệp;
    Thuế tiêu thụ đặc biệt; Thuế xuất khẩu, thuế nhập khẩu; Thực hành tiết kiệm, chống lãng phí;
    Thực hiện dân chủ ở cơ sở; Thương mại; Tiêu chuẩn và quy chuẩn kỹ thuật; Tiếp cận thông tin;
    Tiếp công dân; Tín ngưỡng, tôn giáo; Tố cáo; Tố tụng hành chính; Tổ chức cơ quan điều tra hình sự;
    Tổ chức Chính phủ; Tổ chức Hội đồng nhân dân và Ủy ban nhân dân; Tổ chức chính quyền địa phương;
    Tổ chức Quốc hội; Tổ chức Tòa án nhân dân; Tổ chức Viện kiểm sát nhân dân;
    Trách nhiệm bồi thường của Nhà nước; Trật tự, an toàn giao thông đường bộ; Trẻ em; Trợ giúp pháp lý;
    Trồng trọt; Trưng cầu ý dân; Trưng mua, trưng dụng tài sản; Tương trợ tư pháp; Tình trạng khẩn cấp;
    Tư pháp người chưa thành niên; Viên chức; Việc làm; Viễn thông; Xây dựng; Xuất bản;
    Xuất cảnh, nhập cảnh của công dân Việt Nam; Xử lý vi phạm hành chính; Dân sự; Hình sự; Lao động;
    Hàng hải Việt Nam; Tố tụng dân sự; Tố tụng hình sự; Ưu đãi người có công với cách mạng; Chi phí tố tụng;
    Cảnh sát cơ động; Quân nhân chuyên nghiệp, công nhân và viên chức quốc phòng;
    Sĩ quan Quân đội nhân dân Việt Nam; Thỏa thuận quốc tế; Điều ước quốc tế
"""
LAW_NAMES = tuple(name.strip() for name in _LISTED.split(";"))
